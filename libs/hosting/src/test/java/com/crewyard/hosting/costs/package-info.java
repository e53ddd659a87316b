@NullMarked
package com.crewyard.hosting.costs;

import org.jspecify.annotations.NullMarked;
