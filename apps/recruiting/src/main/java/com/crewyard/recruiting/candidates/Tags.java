package com.crewyard.recruiting.candidates;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.CrewyardException;
import com.crewyard.recruiting.activity.Actor;
import com.crewyard.recruiting.activity.Happening;
import com.crewyard.recruiting.activity.Journal;
import com.crewyard.recruiting.candidates.internal.CandidateStore;
import com.crewyard.recruiting.candidates.internal.TagStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Labels that colleagues put on candidates. Case makes no difference: the first spelling stays. */
@Service
public class Tags {

    private static final int LONGEST = 60;

    private final TagStore store;
    private final CandidateStore candidates;
    private final Journal journal;

    Tags(TagStore store, CandidateStore candidates, Journal journal) {
        this.store = store;
        this.candidates = candidates;
        this.journal = journal;
    }

    /** A label and how many candidates wear it. */
    public record Use(String label, long candidates) {}

    /** Does nothing when the candidate wears it already. */
    @Transactional
    public void add(Actor actor, CandidateId candidate, String text) {
        String label = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        if (label.isEmpty() || label.length() > LONGEST) {
            throw CrewyardException.invalid("label", "\"%s\" is no tag: it has 1 to 60 characters.".formatted(label));
        }
        if (candidates.lock(candidate).isEmpty()) {
            throw CrewyardException.notFound("Candidate", candidate);
        }
        String spelled = store.spelling(label).orElse(label);
        if (store.insert(candidate, spelled)) {
            journal.append(actor, Happening.of("candidate.tagged").on(candidate).with("tag", spelled));
        }
    }

    /** Does nothing when the candidate does not wear it. */
    @Transactional
    public void remove(Actor actor, CandidateId candidate, String label) {
        if (candidates.lock(candidate).isEmpty()) {
            throw CrewyardException.notFound("Candidate", candidate);
        }
        if (store.delete(candidate, label.strip())) {
            journal.append(
                    actor, Happening.of("candidate.untagged").on(candidate).with("tag", label.strip()));
        }
    }

    @Transactional(readOnly = true)
    public List<String> of(CandidateId candidate) {
        return store.of(List.of(candidate)).getOrDefault(candidate, List.of());
    }

    /** Candidates without a tag are absent. */
    @Transactional(readOnly = true)
    public Map<CandidateId, List<String>> of(Collection<CandidateId> candidates) {
        return store.of(candidates);
    }

    /** Every label in use, the most used first. */
    @Transactional(readOnly = true)
    public List<Use> all() {
        return store.all();
    }
}
