@NullMarked
package com.crewyard.recruiting.jobs;

import org.jspecify.annotations.NullMarked;
