@NullMarked
package com.crewyard.recruiting.files.internal;

import org.jspecify.annotations.NullMarked;
