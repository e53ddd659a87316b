/**
 * Bytes of a resume become text with positions, and that text a profile whose every value names the characters it was
 * read from. Files are read in child processes, so that a hostile one costs only itself.
 */
@NullMarked
package com.crewyard.recruiting.parsing;

import org.jspecify.annotations.NullMarked;
