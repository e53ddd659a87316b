@NullMarked
package com.crewyard.hosting;

import org.jspecify.annotations.NullMarked;
