@NullMarked
package com.crewyard.hosting.artifacts;

import org.jspecify.annotations.NullMarked;
