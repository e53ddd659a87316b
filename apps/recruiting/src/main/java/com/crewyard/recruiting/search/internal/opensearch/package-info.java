@NullMarked
package com.crewyard.recruiting.search.internal.opensearch;

import org.jspecify.annotations.NullMarked;
