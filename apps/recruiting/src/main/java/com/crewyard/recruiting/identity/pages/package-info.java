/** The pages around signing in, and the organization's settings. */
@NullMarked
package com.crewyard.recruiting.identity.pages;

import org.jspecify.annotations.NullMarked;
