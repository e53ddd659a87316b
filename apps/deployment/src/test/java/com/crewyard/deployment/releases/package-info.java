@NullMarked
package com.crewyard.deployment.releases;

import org.jspecify.annotations.NullMarked;
