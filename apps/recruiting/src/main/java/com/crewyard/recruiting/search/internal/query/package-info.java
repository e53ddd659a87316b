@NullMarked
package com.crewyard.recruiting.search.internal.query;

import org.jspecify.annotations.NullMarked;
