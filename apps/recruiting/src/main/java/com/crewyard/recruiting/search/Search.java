package com.crewyard.recruiting.search;

/**
 * Finds candidates and jobs of the organization in scope, as they were in the database at most about a second ago. Never
 * fails for what was asked: what cannot be read is left out, and the answer's notes say so.
 */
public interface Search {

    SearchAnswer find(SearchRequest request);
}
