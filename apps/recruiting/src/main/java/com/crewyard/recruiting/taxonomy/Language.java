package com.crewyard.recruiting.taxonomy;

import java.util.List;

/** A human language; {@code code} is ISO 639-1. */
public record Language(String code, String name, List<String> otherNames) {
    public Language {
        otherNames = List.copyOf(otherNames);
    }
}
