package com.crewyard.web;

import java.util.Set;

/**
 * A request that failed, as a page.
 *
 * @param status HTTP status code
 * @param detail a sentence for the person who asked; empty for the usual one
 */
public record ErrorView(int status, String detail) {

    private static final Set<Integer> EXPLAINED = Set.of(403, 404, 405, 409, 413, 422, 429, 500, 503);

    public String titleKey() {
        return "error." + explained() + ".title";
    }

    public String textKey() {
        return "error." + explained() + ".text";
    }

    /** The page, with the status of the failure. */
    public View view() {
        return View.of("error/page", this).status(status);
    }

    private int explained() {
        if (EXPLAINED.contains(status)) {
            return status;
        }
        return status < 500 ? 422 : 500;
    }
}
