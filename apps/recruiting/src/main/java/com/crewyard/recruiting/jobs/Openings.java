package com.crewyard.recruiting.jobs;

/** How many people a job is to be filled with, and how many of those it has. */
public record Openings(int total, int filled) {

    public int free() {
        return total - filled;
    }

    public boolean allFilled() {
        return total > 0 && filled == total;
    }
}
