package com.crewyard.recruiting.search.internal;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.JobId;
import com.crewyard.kernel.OrganizationId;
import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.search.DocumentKey;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Brings documents from the database into an index. */
@Component
class IndexBuilder {

    private static final int BATCH = 500;

    private final DocumentReader documents;

    IndexBuilder(DocumentReader documents) {
        this.documents = documents;
    }

    /**
     * Everything there is.
     *
     * @param stop looked at between batches
     */
    void fill(OrganizationId organization, SearchIndex index, BooleanSupplier stop) {
        List<JobId> jobs;
        for (long last = 0;
                !(jobs = jobsAfter(organization, last)).isEmpty();
                last = jobs.getLast().value()) {
            putJobs(organization, index, jobs, stop);
        }
        List<CandidateId> people;
        for (long last = 0;
                !(people = peopleAfter(organization, last)).isEmpty();
                last = people.getLast().value()) {
            putPeople(organization, index, people, stop);
        }
        index.refresh();
        index.settle();
    }

    private List<JobId> jobsAfter(OrganizationId organization, long last) {
        return Tenancy.in(organization, () -> documents.jobsAfter(last, BATCH));
    }

    private List<CandidateId> peopleAfter(OrganizationId organization, long last) {
        return Tenancy.in(organization, () -> documents.candidatesAfter(last, BATCH));
    }

    private void putJobs(OrganizationId organization, SearchIndex index, List<JobId> jobs, BooleanSupplier stop) {
        requireGoingOn(stop);
        index.put(Tenancy.in(organization, () -> documents.jobs(jobs)));
        index.refresh();
    }

    private void putPeople(
            OrganizationId organization, SearchIndex index, List<CandidateId> people, BooleanSupplier stop) {
        requireGoingOn(stop);
        index.put(Tenancy.in(organization, () -> documents.candidates(people)));
        index.refresh();
    }

    private static void requireGoingOn(BooleanSupplier stop) {
        if (stop.getAsBoolean()) {
            throw new IllegalStateException("the process ends");
        }
    }

    /** What changed, and what is gone. */
    void follow(OrganizationId organization, SearchIndex index, Changes changes) {
        Set<CandidateId> people = new LinkedHashSet<>(changes.candidates());
        for (JobId board : changes.boards()) {
            index.applicants(board.value()).forEach(key -> people.add(new CandidateId(key.id())));
        }
        List<CandidateId> all = List.copyOf(people);
        for (int from = 0; from < all.size(); from += BATCH) {
            List<CandidateId> batch = all.subList(from, Math.min(all.size(), from + BATCH));
            replace(
                    index,
                    batch.stream().map(DocumentKey::of).toList(),
                    Tenancy.in(organization, () -> documents.candidates(batch)));
        }
        if (!changes.jobs().isEmpty()) {
            replace(
                    index,
                    changes.jobs().stream().map(DocumentKey::of).toList(),
                    Tenancy.in(organization, () -> documents.jobs(changes.jobs())));
        }
        if (!all.isEmpty() || !changes.jobs().isEmpty()) {
            index.refresh();
        }
    }

    /** Candidates of whom more is known by now. */
    void again(OrganizationId organization, SearchIndex index, Collection<DocumentKey> unfinished) {
        if (!unfinished.isEmpty()) {
            List<CandidateId> people =
                    unfinished.stream().map(key -> new CandidateId(key.id())).toList();
            replace(index, unfinished, Tenancy.in(organization, () -> documents.candidates(people)));
            index.refresh();
        }
    }

    private static void replace(SearchIndex index, Collection<DocumentKey> changed, List<SearchDocument> present) {
        Set<DocumentKey> gone = new HashSet<>(changed);
        present.forEach(document -> gone.remove(document.key()));
        index.put(present);
        if (!gone.isEmpty()) {
            index.remove(gone);
        }
    }
}
