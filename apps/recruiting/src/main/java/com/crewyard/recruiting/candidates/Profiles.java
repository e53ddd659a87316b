package com.crewyard.recruiting.candidates;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.Problem;
import com.crewyard.recruiting.activity.Happening;
import com.crewyard.recruiting.activity.Journal;
import com.crewyard.recruiting.candidates.internal.CandidateStore;
import com.crewyard.recruiting.candidates.internal.ProfileKeeper;
import com.crewyard.recruiting.candidates.internal.ProfileRules;
import com.crewyard.recruiting.candidates.internal.ProfileStore;
import com.crewyard.recruiting.identity.CurrentUser;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The profiles of candidates, with what people corrected. */
@Service
public class Profiles {

    private final ProfileStore store;
    private final ProfileKeeper keeper;
    private final CandidateStore candidates;
    private final Journal journal;

    Profiles(ProfileStore store, ProfileKeeper keeper, CandidateStore candidates, Journal journal) {
        this.store = store;
        this.keeper = keeper;
        this.candidates = candidates;
        this.journal = journal;
    }

    /** Empty for a candidate without a readable resume and without corrections. */
    @Transactional(readOnly = true)
    public CandidateProfile of(CandidateId candidate) {
        return store.of(candidate);
    }

    /** In two statements, however many. */
    @Transactional(readOnly = true)
    public Map<CandidateId, CandidateProfile> of(Collection<CandidateId> ids) {
        return store.of(ids);
    }

    /** From now on the field says this, whatever is parsed later. */
    @Transactional
    public CandidateProfile correct(CurrentUser by, CandidateId candidate, ProfileField field, ProfileValue value) {
        ProfileRules.check(field, value);
        requireAndLock(candidate);
        store.putCorrection(candidate, field, value, by.id());
        return finish(by, candidate, field, "candidate.corrected");
    }

    /** From now on the field says what is parsed. */
    @Transactional
    public CandidateProfile undo(CurrentUser by, CandidateId candidate, ProfileField field) {
        requireAndLock(candidate);
        if (!store.deleteCorrection(candidate, field)) {
            throw CrewyardException.of(
                    Problem.NOT_FOUND, "%s of candidate %s was not corrected.".formatted(field.label(), candidate));
        }
        return finish(by, candidate, field, "candidate.correction_undone");
    }

    private CandidateProfile finish(CurrentUser by, CandidateId candidate, ProfileField field, String type) {
        keeper.refresh(candidate);
        journal.append(by.actor(), Happening.of(type).on(candidate).with("fields", List.of(field.code())));
        return store.of(candidate);
    }

    private void requireAndLock(CandidateId candidate) {
        if (candidates.lock(candidate).isEmpty()) {
            throw CrewyardException.notFound("Candidate", candidate);
        }
    }
}
