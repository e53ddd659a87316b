package com.crewyard.recruiting.matching.web;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.JobId;
import com.crewyard.recruiting.candidates.Candidate;
import com.crewyard.recruiting.candidates.CandidateFrame;
import com.crewyard.recruiting.candidates.CandidateFrames;
import com.crewyard.recruiting.candidates.Candidates;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.identity.Requires;
import com.crewyard.recruiting.jobs.Job;
import com.crewyard.recruiting.jobs.Jobs;
import com.crewyard.recruiting.matching.Match;
import com.crewyard.recruiting.matching.Matching;
import com.crewyard.recruiting.pipeline.Applications;
import com.crewyard.recruiting.platform.ProcessRole;
import com.crewyard.web.View;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
@ProcessRole.Only(ProcessRole.WEB)
class MatchesController {

    private static final int SHOWN = 20;

    private final Matching matching;
    private final Jobs jobs;
    private final Candidates candidates;
    private final Applications applications;
    private final CandidateFrames frames;
    private final Clock clock;

    MatchesController(
            Matching matching,
            Jobs jobs,
            Candidates candidates,
            Applications applications,
            CandidateFrames frames,
            Clock clock) {
        this.matching = matching;
        this.jobs = jobs;
        this.candidates = candidates;
        this.applications = applications;
        this.frames = frames;
        this.clock = clock;
    }

    @Requires(Permission.MATCHING_RUN)
    @GetMapping("/jobs/{job}/matches")
    View forJob(@PathVariable("job") JobId id, CurrentUser user) {
        Matching.Answer answer = matching.candidatesFor(user, id, SHOWN);
        Map<CandidateId, Candidate> people =
                candidates.all(answer.matches().stream().map(Match::candidate).toList()).stream()
                        .collect(Collectors.toMap(Candidate::id, Function.identity()));
        List<MatchesView.Row> rows = answer.matches().stream()
                .flatMap(match -> Optional.ofNullable(people.get(match.candidate())).stream()
                        .map(candidate -> new MatchesView.Row(
                                candidate,
                                match,
                                applications.find(id, match.candidate()).isPresent())))
                .toList();
        return View.of("matching/matches", new MatchesView(jobs.get(id), answer, rows, clock.instant()));
    }

    /** A tab of the candidate's page; whose role does not run matching is told so there. */
    @Requires(Permission.CANDIDATES_READ)
    @GetMapping("/candidates/{candidate:\\d+}/fits")
    View forCandidate(@PathVariable("candidate") CandidateId id, CurrentUser user) {
        CandidateFrame frame = frames.of(id);
        if (!user.may(Permission.MATCHING_RUN)) {
            return View.of("matching/fits", new FitsView(frame, Optional.empty(), List.of()));
        }
        Matching.Answer answer = matching.jobsFor(user, id, SHOWN);
        Map<JobId, Job> open = jobs
                .all(answer.matches().stream().map(Match::job).toList())
                .stream()
                .collect(Collectors.toMap(Job::id, Function.identity()));
        List<FitsView.Row> rows = answer.matches().stream()
                .flatMap(match ->
                        Optional.ofNullable(open.get(match.job())).stream().map(job -> new FitsView.Row(job, match)))
                .toList();
        return View.of("matching/fits", new FitsView(frame, Optional.of(answer), rows));
    }
}
