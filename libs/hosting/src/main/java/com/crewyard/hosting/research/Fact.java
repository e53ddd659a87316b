package com.crewyard.hosting.research;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A dated statement about the market, with where it was read. */
public record Fact(String text, Optional<LocalDate> asOf, List<String> sources, int line) {}
