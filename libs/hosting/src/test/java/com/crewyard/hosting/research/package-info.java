@NullMarked
package com.crewyard.hosting.research;

import org.jspecify.annotations.NullMarked;
