@NullMarked
package com.crewyard.recruiting.search.internal;

import org.jspecify.annotations.NullMarked;
