@NullMarked
package com.crewyard.recruiting.jobs.api;

import org.jspecify.annotations.NullMarked;
