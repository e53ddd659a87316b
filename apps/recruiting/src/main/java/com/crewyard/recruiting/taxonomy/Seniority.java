package com.crewyard.recruiting.taxonomy;

/** A job's level, from the words of its title. */
public enum Seniority {
    UNSTATED(-1),
    INTERN(0),
    JUNIOR(1),
    MID(2),
    SENIOR(3),
    LEAD(4),
    PRINCIPAL(5),
    HEAD(6),
    DIRECTOR(7),
    VP(8),
    CHIEF(9);

    private final int level;

    Seniority(int level) {
        this.level = level;
    }

    /** 0 for interns to 9 for chiefs; −1 where the title says nothing, which is not the same as the lowest. */
    public int level() {
        return level;
    }
}
