/** The app spec: one file that describes an application for every target. */
@NullMarked
package com.crewyard.hosting.spec;

import org.jspecify.annotations.NullMarked;
