package com.crewyard.recruiting.taxonomy;

public enum SkillKind {
    TOOL,
    METHOD,
    KNOWLEDGE,
    LICENCE,
    SOFT
}
