@NullMarked
package com.crewyard.recruiting.vocabulary.internal;

import org.jspecify.annotations.NullMarked;
