@NullMarked
package com.crewyard.deployment.catalog;

import org.jspecify.annotations.NullMarked;
