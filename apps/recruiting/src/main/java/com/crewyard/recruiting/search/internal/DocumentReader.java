package com.crewyard.recruiting.search.internal;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.JobId;
import com.crewyard.recruiting.candidates.Candidate;
import com.crewyard.recruiting.candidates.CandidateProfile;
import com.crewyard.recruiting.candidates.Candidates;
import com.crewyard.recruiting.candidates.Profiles;
import com.crewyard.recruiting.candidates.Tags;
import com.crewyard.recruiting.jobs.Job;
import com.crewyard.recruiting.jobs.Jobs;
import com.crewyard.recruiting.matching.Preparation;
import com.crewyard.recruiting.matching.Prepared;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what is searched of candidates and jobs of the organization in scope, in a bounded number of statements. */
@Component
class DocumentReader {

    private final Candidates candidates;
    private final Profiles profiles;
    private final Tags tags;
    private final Jobs jobs;
    private final SubjectStore subjects;
    private final Documents documents;
    private final Preparation preparation;

    DocumentReader(
            Candidates candidates,
            Profiles profiles,
            Tags tags,
            Jobs jobs,
            SubjectStore subjects,
            Documents documents,
            Preparation preparation) {
        this.candidates = candidates;
        this.profiles = profiles;
        this.tags = tags;
        this.jobs = jobs;
        this.subjects = subjects;
        this.documents = documents;
        this.preparation = preparation;
    }

    /** Of those that exist. Notes which vectors are still asked for. */
    @Transactional
    public List<SearchDocument> candidates(Collection<CandidateId> ids) {
        List<Candidate> people = candidates.all(ids);
        List<CandidateId> existing = people.stream().map(Candidate::id).toList();
        Map<CandidateId, CandidateProfile> known = profiles.of(existing);
        Map<CandidateId, List<String>> labels = tags.of(existing);
        Map<CandidateId, SubjectStore.Subject> more = subjects.of(existing);
        Map<CandidateId, Prepared> prepared = preparation.of(existing);
        return people.stream()
                .map(person -> documents.of(
                        person,
                        Optional.ofNullable(known.get(person.id())),
                        labels.getOrDefault(person.id(), List.of()),
                        more.getOrDefault(person.id(), SubjectStore.Subject.UNKNOWN),
                        Optional.ofNullable(prepared.get(person.id()))))
                .toList();
    }

    /** Of those that exist. */
    @Transactional(readOnly = true)
    public List<SearchDocument> jobs(Collection<JobId> ids) {
        List<Job> found = jobs.all(ids);
        return found.stream().map(documents::of).toList();
    }

    /** In the order of their numbers. */
    @Transactional(readOnly = true)
    public List<CandidateId> candidatesAfter(long id, int limit) {
        return subjects.candidatesAfter(id, limit);
    }

    /** In the order of their numbers. */
    @Transactional(readOnly = true)
    public List<JobId> jobsAfter(long id, int limit) {
        return subjects.jobsAfter(id, limit);
    }
}
