/** Research documents: Markdown with front matter, read by structure and merged. */
@NullMarked
package com.crewyard.hosting.research;

import org.jspecify.annotations.NullMarked;
