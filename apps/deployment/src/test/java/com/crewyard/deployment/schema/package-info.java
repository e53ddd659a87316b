@NullMarked
package com.crewyard.deployment.schema;

import org.jspecify.annotations.NullMarked;
