@NullMarked
package com.crewyard.recruiting.jobs.internal;

import org.jspecify.annotations.NullMarked;
