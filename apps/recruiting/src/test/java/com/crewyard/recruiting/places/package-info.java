@NullMarked
package com.crewyard.recruiting.places;

import org.jspecify.annotations.NullMarked;
