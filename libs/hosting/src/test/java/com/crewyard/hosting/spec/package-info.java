@NullMarked
package com.crewyard.hosting.spec;

import org.jspecify.annotations.NullMarked;
