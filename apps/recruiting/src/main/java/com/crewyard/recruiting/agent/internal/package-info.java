@NullMarked
package com.crewyard.recruiting.agent.internal;

import org.jspecify.annotations.NullMarked;
