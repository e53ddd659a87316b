@NullMarked
package com.crewyard.recruiting.agent.api;

import org.jspecify.annotations.NullMarked;
