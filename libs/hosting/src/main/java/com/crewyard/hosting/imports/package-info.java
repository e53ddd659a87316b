/** Other tools' descriptions of an application, turned into {@code app.yaml}. */
@NullMarked
package com.crewyard.hosting.imports;

import org.jspecify.annotations.NullMarked;
