/** The pages around signing in, and the organization's settings. */
@NullMarked
package com.crewyard.recruiting.identity.web;

import org.jspecify.annotations.NullMarked;
