package com.crewyard.web;

/**
 * A link among siblings, or above the page in a breadcrumb.
 *
 * @param name what a page says to be the current one
 * @param count negative when there is nothing to count
 */
public record Tab(String name, String label, String href, long count) {

    public static Tab of(String name, String label, String href) {
        return new Tab(name, label, href, -1);
    }

    public Tab counted(long things) {
        return new Tab(name, label, href, things);
    }
}
