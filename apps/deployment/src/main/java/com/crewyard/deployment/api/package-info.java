/** The deployment engine over HTTP: what goes over the wire, the server's side and the commands' side. */
@NullMarked
package com.crewyard.deployment.api;

import org.jspecify.annotations.NullMarked;
