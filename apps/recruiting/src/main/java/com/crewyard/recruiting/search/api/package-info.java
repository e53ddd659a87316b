@NullMarked
package com.crewyard.recruiting.search.api;

import org.jspecify.annotations.NullMarked;
