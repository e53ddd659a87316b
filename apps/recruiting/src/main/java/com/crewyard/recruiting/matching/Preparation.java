package com.crewyard.recruiting.matching;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.OrganizationId;
import com.crewyard.recruiting.matching.internal.PreparedCandidates;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Makes ready what an index holds of candidates of the organization in scope for {@link Matching}. */
@Service
public class Preparation {

    private final PreparedCandidates candidates;

    Preparation(PreparedCandidates candidates) {
        this.candidates = candidates;
    }

    /** Published in this process once vectors of a candidate are there, so that preparing them again is worth it. */
    public record Embedded(OrganizationId organization, CandidateId candidate) {}

    /** Names how candidates are prepared: under another name everybody has to be prepared anew. */
    public String manner() {
        return candidates.manner();
    }

    /** Those that exist. No vector is made for it; whoever lacks one is prepared without. */
    public Map<CandidateId, Prepared> of(Collection<CandidateId> ids) {
        return candidates.of(ids);
    }
}
