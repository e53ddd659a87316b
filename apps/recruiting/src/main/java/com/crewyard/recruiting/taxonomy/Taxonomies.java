package com.crewyard.recruiting.taxonomy;

/** The taxonomy of whoever is in scope. */
public interface Taxonomies {

    /** With the skills that the organization in scope has added; the same object while nothing changes. */
    Taxonomy current();
}
