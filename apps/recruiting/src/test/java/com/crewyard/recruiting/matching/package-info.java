@NullMarked
package com.crewyard.recruiting.matching;

import org.jspecify.annotations.NullMarked;
