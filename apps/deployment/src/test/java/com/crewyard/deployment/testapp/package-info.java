/** A small application to deploy: real HTTP, real WebSockets, and whatever goes wrong on request. */
@NullMarked
package com.crewyard.deployment.testapp;

import org.jspecify.annotations.NullMarked;
