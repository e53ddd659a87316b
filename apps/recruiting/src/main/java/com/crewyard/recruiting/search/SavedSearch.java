package com.crewyard.recruiting.search;

import com.crewyard.kernel.UserId;
import com.crewyard.kernel.Violations;
import java.time.Instant;

/**
 * A search that somebody keeps.
 *
 * @param parameters as in the address of the page
 * @param alerts whether the owner is told of candidates who newly fit
 * @param news how many came to fit since the owner last looked
 */
public record SavedSearch(
        long id, UserId owner, String name, String parameters, boolean alerts, long news, Instant createdAt) {

    private static final int PAGE = 25;

    /** What it looks for. */
    public SearchRequest request() {
        return SearchParameters.read(SearchParameters.parse(parameters), PAGE, new Violations());
    }

    /** Of the page that shows it. */
    public String path() {
        return "/search?" + parameters;
    }
}
