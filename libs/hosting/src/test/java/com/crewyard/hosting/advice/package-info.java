@NullMarked
package com.crewyard.hosting.advice;

import org.jspecify.annotations.NullMarked;
