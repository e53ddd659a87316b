@NullMarked
package com.crewyard.recruiting.pipeline.api;

import org.jspecify.annotations.NullMarked;
