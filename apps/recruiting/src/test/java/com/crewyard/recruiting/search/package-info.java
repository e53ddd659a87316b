@NullMarked
package com.crewyard.recruiting.search;

import org.jspecify.annotations.NullMarked;
