@NullMarked
package com.crewyard.postgres;

import org.jspecify.annotations.NullMarked;
