@NullMarked
package com.crewyard.recruiting.agent;

import org.jspecify.annotations.NullMarked;
