package com.crewyard.recruiting.taxonomy;

/** The levels of the Common European Framework of Reference for Languages, lowest first. Native speakers are C2. */
public enum LanguageLevel {
    A1,
    A2,
    B1,
    B2,
    C1,
    C2
}
