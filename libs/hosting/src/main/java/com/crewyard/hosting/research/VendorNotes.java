package com.crewyard.hosting.research;

import java.util.List;

/** What a document holds for and against one vendor or product. */
public record VendorNotes(String vendor, List<Statement> pros, List<Statement> cons, int line) {}
