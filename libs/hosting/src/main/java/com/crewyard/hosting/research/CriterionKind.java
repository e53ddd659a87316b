package com.crewyard.hosting.research;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a criterion is about, whatever its author calls it; the needs weigh kinds, not names. */
public enum CriterionKind {
    COST_IDLE(Money.WORDS, "idle|zero|sleep|at rest|unused|dormant"),
    COST_STEADY(Money.WORDS, "steady|rps|req|load|baseline|constant|sustained|traffic|running"),
    COST(Money.WORDS, ""),
    SETUP("set.?up|launch|onboard|lead.?time|time.to|getting started|bootstrap|first deploy|ease of start|quick", ""),
    OPERATIONS("operati|\\bops\\b|overhead|maintenan|toil|admin|upkeep|run effort", ""),
    SCALING("scal|elastic|burst|growth", ""),
    ROBUSTNESS("robust|reliab|resilien|availab|fault|durab|uptime|\\bsla\\b|redundan", ""),
    PERFORMANCE("perform|latenc|cold.?start|ttfb|throughput|responsive", ""),
    PORTABILITY("lock|portab|vendor|exit", ""),
    COMPLIANCE("complian|residen|secur|sovereign|gdpr|isolat|privacy", ""),
    FLEXIBILITY("flexib|extensib|evolv|polyglot|versatil|freedom|adaptab|customi", ""),
    OTHER("", "");

    private final Pattern about;
    private final Pattern aspect;

    CriterionKind(String about, String aspect) {
        this.about = Pattern.compile(about);
        this.aspect = Pattern.compile(aspect);
    }

    public static CriterionKind of(String criterion) {
        String name = criterion.toLowerCase(Locale.ROOT);
        for (CriterionKind kind : values()) {
            if (kind.about.matcher(name).find() && kind.aspect.matcher(name).find()) {
                return kind;
            }
        }
        return OTHER;
    }

    private static final class Money {
        static final String WORDS = "cost|price|pricing|spend|expens|bill|cheap|econom|money";
    }
}
