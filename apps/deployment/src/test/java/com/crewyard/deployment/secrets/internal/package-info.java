@NullMarked
package com.crewyard.deployment.secrets.internal;

import org.jspecify.annotations.NullMarked;
