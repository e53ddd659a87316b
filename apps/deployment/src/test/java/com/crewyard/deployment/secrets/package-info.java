@NullMarked
package com.crewyard.deployment.secrets;

import org.jspecify.annotations.NullMarked;
