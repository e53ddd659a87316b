@NullMarked
package com.crewyard.recruiting.live;

import org.jspecify.annotations.NullMarked;
