package com.crewyard.recruiting.matching.web;

import com.crewyard.recruiting.matching.Criterion;
import com.crewyard.recruiting.matching.Match;
import com.crewyard.recruiting.matching.Phrase;
import com.crewyard.recruiting.matching.Summary;
import com.crewyard.web.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says explanations in the reader's language. */
public final class MatchWording {

    private static final int MOST_RAISES = 3;

    private MatchWording() {}

    public static String finding(Page page, Criterion criterion) {
        return criterion.findings().stream().map(phrase -> text(page, phrase)).collect(Collectors.joining("; "));
    }

    public static String missing(Page page, Criterion criterion) {
        return listed(page, criterion.gaps());
    }

    /** One sentence. */
    public static String reason(Page page, Match match) {
        Summary summary = Summary.of(match.criteria());
        List<String> parts = new ArrayList<>();
        for (Criterion criterion : summary.speakingFor()) {
            parts.add(page.text("match.reason." + criterion.kind().code(), finding(page, criterion)));
        }
        if (parts.isEmpty()) {
            parts.add(page.text("match.reason.little"));
        }
        if (!summary.missing().isEmpty()) {
            String missing = listed(page, summary.missing());
            parts.add(page.text(
                    "match.reason.missing",
                    summary.more() > 0 ? page.text("match.reason.more", missing, summary.more()) : missing));
        }
        String sentence = String.join("; ", parts);
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".";
    }

    /** What would raise the score, each with the points it would add. */
    public static String raises(Page page, Match match) {
        return Summary.raises(match.criteria(), MOST_RAISES).stream()
                .map(gap -> page.text("match.raise", text(page, gap.what()), Math.round(gap.points())))
                .collect(Collectors.joining(", "));
    }

    private static String listed(Page page, List<Criterion.Gap> gaps) {
        return gaps.stream().map(gap -> text(page, gap.what())).collect(Collectors.joining(", "));
    }

    private static String text(Page page, Phrase phrase) {
        return page.text(
                "match.phrase." + phrase.pattern().code(), phrase.parts().toArray());
    }
}
