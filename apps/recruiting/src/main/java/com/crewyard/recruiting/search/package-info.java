/**
 * Finds candidates and jobs: one box, a small query language, facets, highlights, and searches that are saved and watched.
 * What is searched is an index that every process derives from the database through the journal and can lose at any time.
 */
@NullMarked
package com.crewyard.recruiting.search;

import org.jspecify.annotations.NullMarked;
