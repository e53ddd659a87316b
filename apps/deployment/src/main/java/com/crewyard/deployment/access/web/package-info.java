/** The page on which an administrator says who may do what. */
@NullMarked
package com.crewyard.deployment.access.web;

import org.jspecify.annotations.NullMarked;
