package com.crewyard.recruiting.candidates.internal;

import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.candidates.Candidate;
import com.crewyard.recruiting.candidates.CandidateProfile;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Brings a candidate's record up to what the profile now says. */
@Component
public class ProfileKeeper {

    private final CandidateStore candidates;
    private final ProfileStore profiles;
    private final RecordKeeper records;
    private final Clock clock;

    ProfileKeeper(CandidateStore candidates, ProfileStore profiles, RecordKeeper records, Clock clock) {
        this.candidates = candidates;
        this.profiles = profiles;
        this.records = records;
        this.clock = clock;
    }

    public void refresh(CandidateId id) {
        Optional<Candidate> candidate = candidates.lock(id);
        if (candidate.isPresent()) {
            CandidateProfile profile = profiles.of(id);
            records.fill(candidate.get(), ProfileSummary.of(profile, clock));
            candidates.updateSkills(id, profile.skills());
        }
    }
}
