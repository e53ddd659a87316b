@NullMarked
package com.crewyard.recruiting.taxonomy.internal;

import org.jspecify.annotations.NullMarked;
