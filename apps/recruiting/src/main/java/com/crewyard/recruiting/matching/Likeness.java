package com.crewyard.recruiting.matching;

import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.matching.internal.KeptLikeness;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Service;

/** How near in meaning the work of candidates is, of the organization in scope, as blind as every ranking. */
@Service
public class Likeness {

    private final KeptLikeness kept;

    Likeness(KeptLikeness kept) {
        this.kept = kept;
    }

    /**
     * By vectors that are there already: nothing is embedded for it.
     *
     * @return −1 to 1 for each of the others that has vectors; empty when the one compared with has none
     */
    public Map<CandidateId, Double> of(CandidateId candidate, Collection<CandidateId> others) {
        return kept.of(candidate, others);
    }
}
