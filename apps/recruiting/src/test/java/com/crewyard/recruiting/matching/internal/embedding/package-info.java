@NullMarked
package com.crewyard.recruiting.matching.internal.embedding;

import org.jspecify.annotations.NullMarked;
