@NullMarked
package com.crewyard.recruiting.demo.internal;

import org.jspecify.annotations.NullMarked;
