@NullMarked
package com.crewyard.hosting.plan;

import org.jspecify.annotations.NullMarked;
