@NullMarked
package com.crewyard.recruiting.pipeline;

import org.jspecify.annotations.NullMarked;
