@NullMarked
package com.crewyard.recruiting.activity.internal;

import org.jspecify.annotations.NullMarked;
