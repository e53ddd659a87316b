@NullMarked
package com.crewyard.recruiting.candidates.internal;

import org.jspecify.annotations.NullMarked;
