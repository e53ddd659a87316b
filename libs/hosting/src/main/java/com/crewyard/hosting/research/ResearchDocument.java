package com.crewyard.hosting.research;

import java.util.List;

/** Everything that was understood of one document. */
public record ResearchDocument(
        String file,
        FrontMatter frontMatter,
        String title,
        List<Category> categories,
        DecisionMatrix matrix,
        List<Phase> phases,
        List<Flowchart> flowcharts,
        List<VendorNotes> vendors,
        List<Limit> limits,
        List<Capability.Statement> capabilities,
        List<Fact> facts,
        List<Statement> enhancements,
        List<EnvironmentVariable> environment) {}
