package com.crewyard.deployment.analysis;

import java.util.List;

/** What to do with a canary. Whoever needs a yes or no takes everything but {@link Pass} for a no. */
public sealed interface Verdict {

    /** What each comparison said, in the order of the metrics. */
    List<Judgement> judgements();

    /** Readable sentences with the numbers, the most important first. */
    List<String> reasons();

    /** Every metric has been shown to be no worse than allowed. */
    record Pass(List<Judgement> judgements, List<String> reasons) implements Verdict {
        public Pass {
            judgements = List.copyOf(judgements);
            reasons = List.copyOf(reasons);
        }
    }

    /** At least one metric has been shown to be worse. */
    record Fail(List<Judgement> judgements, List<String> reasons) implements Verdict {
        public Fail {
            judgements = List.copyOf(judgements);
            reasons = List.copyOf(reasons);
        }
    }

    /** Neither: data is missing, or there is too little of it. */
    record Insufficient(List<Judgement> judgements, List<String> reasons) implements Verdict {
        public Insufficient {
            judgements = List.copyOf(judgements);
            reasons = List.copyOf(reasons);
        }
    }
}
