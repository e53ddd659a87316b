/** What migrations do to a schema that a release works with: the locks of their statements, and what they take away. */
@NullMarked
package com.crewyard.deployment.schema;

import org.jspecify.annotations.NullMarked;
