@NullMarked
package com.crewyard.recruiting.identity.internal;

import org.jspecify.annotations.NullMarked;
