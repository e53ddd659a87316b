@NullMarked
package com.crewyard.recruiting.candidates.api;

import org.jspecify.annotations.NullMarked;
