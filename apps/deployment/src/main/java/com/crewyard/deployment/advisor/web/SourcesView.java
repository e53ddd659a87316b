package com.crewyard.deployment.advisor.web;

import com.crewyard.hosting.costs.Costs.PriceUsed;
import com.crewyard.hosting.research.ResearchDocument;
import java.util.List;

/** Where everything was read, and how old it is. */
public record SourcesView(
        String query,
        List<ResearchDocument> documents,
        List<Statement> facts,
        List<PriceUsed> prices,
        List<String> findings) {

    /** @param stale older than a year, or of no known day */
    public record Statement(String text, String date, boolean stale, List<String> sources) {}
}
