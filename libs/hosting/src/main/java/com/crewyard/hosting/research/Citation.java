package com.crewyard.hosting.research;

/** Where a value was read. */
public record Citation(String file, int line, String author, int version, double value) {}
