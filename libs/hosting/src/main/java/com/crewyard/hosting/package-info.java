/** What several parts of the hosting advisor say the same way. Pure functions: text in, text out. */
@NullMarked
package com.crewyard.hosting;

import org.jspecify.annotations.NullMarked;
