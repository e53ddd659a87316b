/** Environments of pull requests: what they are made of, and which there are. */
@NullMarked
package com.crewyard.deployment.previews;

import org.jspecify.annotations.NullMarked;
