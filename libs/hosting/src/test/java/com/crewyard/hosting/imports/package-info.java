@NullMarked
package com.crewyard.hosting.imports;

import org.jspecify.annotations.NullMarked;
