/** What the tests of several modules stand on: a PostgreSQL, a clock that can be moved, a browser that checks pages. */
@NullMarked
package com.crewyard.testing;

import org.jspecify.annotations.NullMarked;
