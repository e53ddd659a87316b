package com.crewyard.deployment.console;

import com.crewyard.deployment.engine.PreviewLine;
import java.util.List;

/** The environments of pull requests. */
public record PreviewsView(List<PreviewLine> previews) {

    private static final int SHORT_COMMIT = 12;

    public boolean empty() {
        return previews.isEmpty();
    }

    /** What of the pull request is in it. */
    public static String source(PreviewLine preview) {
        String commit = preview.commit();
        return (preview.branch() + " " + commit.substring(0, Math.min(SHORT_COMMIT, commit.length()))).strip();
    }

    public static Words words(PreviewLine preview) {
        return Words.of(preview.state());
    }
}
