@NullMarked
package com.crewyard.recruiting.identity;

import org.jspecify.annotations.NullMarked;
