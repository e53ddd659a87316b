package com.crewyard.hosting.research;

import java.util.List;

/** A kind of hosting as one document describes it; the name stands without its number. */
public record Category(
        String name,
        List<String> offerings,
        List<String> strengths,
        List<String> weaknesses,
        List<String> bestFit,
        int line) {}
