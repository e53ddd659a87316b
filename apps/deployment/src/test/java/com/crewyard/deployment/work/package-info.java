@NullMarked
package com.crewyard.deployment.work;

import org.jspecify.annotations.NullMarked;
