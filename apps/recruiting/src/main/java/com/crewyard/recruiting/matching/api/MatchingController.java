package com.crewyard.recruiting.matching.api;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.JobId;
import com.crewyard.recruiting.candidates.Candidate;
import com.crewyard.recruiting.candidates.Candidates;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.identity.Requires;
import com.crewyard.recruiting.jobs.Job;
import com.crewyard.recruiting.jobs.Jobs;
import com.crewyard.recruiting.matching.Criterion;
import com.crewyard.recruiting.matching.Match;
import com.crewyard.recruiting.matching.MatchProfile;
import com.crewyard.recruiting.matching.Matching;
import com.crewyard.recruiting.platform.ProcessRole;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/matching")
@ProcessRole.Only(ProcessRole.API)
class MatchingController {

    private static final int DEFAULT_LIMIT = 20;

    private final Matching matching;
    private final Candidates candidates;
    private final Jobs jobs;

    MatchingController(Matching matching, Candidates candidates, Jobs jobs) {
        this.matching = matching;
        this.candidates = candidates;
        this.jobs = jobs;
    }

    /** @param filter what has to be true of candidates, in the language of search */
    record CandidatesRequest(
            @Nullable Long jobId,
            @Nullable Integer limit,
            @Nullable String filter) {}

    record JobsRequest(@Nullable Long candidateId, @Nullable Integer limit) {}

    record CandidateMatch(
            long candidateId,
            String fullName,
            @Nullable String currentTitle,
            @Nullable String currentCompany,
            @Nullable String location,
            int score,
            String reason,
            String strategy,
            String profile,
            List<Criterion> criteria) {}

    record CandidateMatches(long jobId, List<CandidateMatch> matches) {}

    record JobMatch(
            long jobId,
            String title,
            @Nullable String location,
            String status,
            int score,
            String reason,
            String strategy,
            String profile,
            List<Criterion> criteria) {}

    record JobMatches(long candidateId, List<JobMatch> matches) {}

    @Requires(Permission.MATCHING_RUN)
    @PostMapping("/candidates_for_job")
    CandidateMatches candidatesForJob(@RequestBody CandidatesRequest request, CurrentUser user) {
        JobId job = new JobId(identifier("job_id", request.jobId()));
        Matching.Answer answer = matching.candidatesFor(
                user, job, limit(request.limit()), Objects.requireNonNullElse(request.filter(), ""));
        Map<CandidateId, Candidate> people =
                candidates.all(answer.matches().stream().map(Match::candidate).toList()).stream()
                        .collect(Collectors.toMap(Candidate::id, Function.identity()));
        return new CandidateMatches(
                job.value(),
                answer.matches().stream()
                        .flatMap(match -> Optional.ofNullable(people.get(match.candidate())).stream()
                                .map(candidate -> body(match, candidate, answer)))
                        .toList());
    }

    @Requires(Permission.MATCHING_RUN)
    @PostMapping("/jobs_for_candidate")
    JobMatches jobsForCandidate(@RequestBody JobsRequest request, CurrentUser user) {
        CandidateId candidate = new CandidateId(identifier("candidate_id", request.candidateId()));
        Matching.Answer answer = matching.jobsFor(user, candidate, limit(request.limit()));
        Map<JobId, Job> open = jobs
                .all(answer.matches().stream().map(Match::job).toList())
                .stream()
                .collect(Collectors.toMap(Job::id, Function.identity()));
        return new JobMatches(
                candidate.value(),
                answer.matches().stream()
                        .flatMap(match -> Optional.ofNullable(open.get(match.job())).stream()
                                .map(found -> body(match, found, answer)))
                        .toList());
    }

    private static CandidateMatch body(Match match, Candidate candidate, Matching.Answer answer) {
        return new CandidateMatch(
                candidate.id().value(),
                candidate.fullName(),
                candidate.currentTitle().orElse(null),
                candidate.currentCompany().orElse(null),
                candidate.location().orElse(null),
                match.score(),
                match.reason(),
                answer.strategy(),
                profile(match, answer),
                match.criteria());
    }

    private static JobMatch body(Match match, Job job, Matching.Answer answer) {
        return new JobMatch(
                job.id().value(),
                job.title(),
                job.location().orElse(null),
                job.status().code(),
                match.score(),
                match.reason(),
                answer.strategy(),
                profile(match, answer),
                match.criteria());
    }

    private static String profile(Match match, Matching.Answer answer) {
        return answer.profiles()
                .getOrDefault(match.job(), MatchProfile.STANDARD)
                .label();
    }

    private static long identifier(String field, @Nullable Long value) {
        if (value == null || value < 1 || value >= 1L << 53) {
            throw CrewyardException.invalid(field, "%s is missing or not an identifier.".formatted(field));
        }
        return value;
    }

    private static int limit(@Nullable Integer limit) {
        return limit == null ? DEFAULT_LIMIT : limit;
    }
}
