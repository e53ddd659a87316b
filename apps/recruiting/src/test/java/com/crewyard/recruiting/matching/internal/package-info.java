@NullMarked
package com.crewyard.recruiting.matching.internal;

import org.jspecify.annotations.NullMarked;
