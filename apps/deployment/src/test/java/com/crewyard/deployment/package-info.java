@NullMarked
package com.crewyard.deployment;

import org.jspecify.annotations.NullMarked;
