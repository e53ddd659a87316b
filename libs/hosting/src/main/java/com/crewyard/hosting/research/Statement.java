package com.crewyard.hosting.research;

/** A sentence and the line it stands on. */
public record Statement(String text, int line) {}
