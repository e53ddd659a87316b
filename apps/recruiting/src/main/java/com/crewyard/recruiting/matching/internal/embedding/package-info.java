/** Texts as vectors: whoever makes them, and where they are kept. */
@NullMarked
package com.crewyard.recruiting.matching.internal.embedding;

import org.jspecify.annotations.NullMarked;
