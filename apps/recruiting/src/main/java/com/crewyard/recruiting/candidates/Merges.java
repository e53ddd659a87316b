package com.crewyard.recruiting.candidates;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.Problem;
import com.crewyard.recruiting.activity.Happening;
import com.crewyard.recruiting.activity.Journal;
import com.crewyard.recruiting.candidates.internal.CandidateStore;
import com.crewyard.recruiting.candidates.internal.DuplicateStore;
import com.crewyard.recruiting.candidates.internal.MergeStore;
import com.crewyard.recruiting.candidates.internal.Merging;
import com.crewyard.recruiting.identity.CurrentUser;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Duplicates of candidates, and making one of two. */
@Service
public class Merges {

    private final CandidateStore candidates;
    private final DuplicateStore duplicates;
    private final MergeStore merges;
    private final Merging merging;
    private final Journal journal;

    Merges(CandidateStore candidates, DuplicateStore duplicates, MergeStore merges, Merging merging, Journal journal) {
        this.candidates = candidates;
        this.duplicates = duplicates;
        this.merges = merges;
        this.merging = merging;
        this.journal = journal;
    }

    /** Candidates who may be the same person, those with the strongest reason first. */
    @Transactional(readOnly = true)
    public List<Duplicate> duplicatesOf(CandidateId candidate) {
        return duplicates.of(candidate);
    }

    /** Merges that can still be undone, latest first. */
    @Transactional(readOnly = true)
    public List<Merge> of(CandidateId kept) {
        return merges.of(kept);
    }

    @Transactional(readOnly = true)
    public MergePreview preview(CandidateId kept, CandidateId merged) {
        requireDifferent(kept, merged);
        return merging.preview(required(kept), required(merged));
    }

    /**
     * Moves everything of one candidate to another. The merged one stays, hidden, until the merge is undone.
     *
     * @param taken fields in which the merged candidate's value replaces the kept one's; where the kept one has none,
     *     it is taken anyway
     */
    @Transactional
    public Merge merge(CurrentUser by, CandidateId kept, CandidateId merged, Set<CandidateField> taken) {
        requireDifferent(kept, merged);
        lockBoth(kept, merged);
        Candidate gone = required(merged);
        long id = merging.merge(by.id(), required(kept), gone, taken);
        journal.append(
                by.actor(),
                Happening.of("candidate.merged")
                        .on(kept)
                        .with("merged", merged.value())
                        .with("name", gone.fullName()));
        return merges.find(id).orElseThrow();
    }

    /** @throws CrewyardException when there is no such merge, or it was undone already */
    @Transactional
    public UndoResult undo(CurrentUser by, long id) {
        Merge merge = merges.find(id).orElseThrow(() -> CrewyardException.notFound("Merge", id));
        if (candidates.lock(merge.kept()).isEmpty()) {
            throw CrewyardException.of(
                    Problem.INCONSISTENT,
                    "The candidate who was kept has since been merged into another; undo that merge first.");
        }
        Optional<Merge> later = merges.of(merge.kept()).stream().findFirst().filter(latest -> latest.id() != id);
        if (later.isPresent()) {
            return new UndoResult.LaterMergeFirst(later.get());
        }
        merging.undo(merge);
        journal.append(
                by.actor(),
                Happening.of("candidate.merge_undone")
                        .on(merge.kept())
                        .with("merged", merge.merged().value())
                        .with("name", merge.mergedName()));
        return new UndoResult.Undone(merge.merged());
    }

    private Candidate required(CandidateId id) {
        return candidates.find(id).orElseThrow(() -> CrewyardException.notFound("Candidate", id));
    }

    /** Always the lower number first, so that two merges of the same pair do not wait for each other. */
    private void lockBoth(CandidateId one, CandidateId other) {
        Stream.of(one, other)
                .sorted((left, right) -> Long.compare(left.value(), right.value()))
                .forEach(candidates::lock);
    }

    private static void requireDifferent(CandidateId kept, CandidateId merged) {
        if (kept.equals(merged)) {
            throw CrewyardException.invalid("merged_id", "Candidate %s cannot be merged into itself.".formatted(kept));
        }
    }
}
