@NullMarked
package com.crewyard.recruiting.agent.internal.reading;

import org.jspecify.annotations.NullMarked;
