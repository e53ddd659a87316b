/** The page that says what was told to whom. */
@NullMarked
package com.crewyard.deployment.notifications.web;

import org.jspecify.annotations.NullMarked;
