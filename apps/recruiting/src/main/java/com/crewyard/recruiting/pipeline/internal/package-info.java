@NullMarked
package com.crewyard.recruiting.pipeline.internal;

import org.jspecify.annotations.NullMarked;
