@NullMarked
package com.crewyard.recruiting.matching.api;

import org.jspecify.annotations.NullMarked;
