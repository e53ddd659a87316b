/** The page on which administrators say who may do what. */
@NullMarked
package com.crewyard.deployment.access.web;

import org.jspecify.annotations.NullMarked;
