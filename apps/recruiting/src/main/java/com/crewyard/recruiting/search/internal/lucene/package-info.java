@NullMarked
package com.crewyard.recruiting.search.internal.lucene;

import org.jspecify.annotations.NullMarked;
