package com.crewyard.recruiting.matching.web;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.FieldError;
import com.crewyard.kernel.JobId;
import com.crewyard.recruiting.candidates.Candidate;
import com.crewyard.recruiting.candidates.CandidateFrame;
import com.crewyard.recruiting.candidates.CandidateFrames;
import com.crewyard.recruiting.candidates.Candidates;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.identity.Requires;
import com.crewyard.recruiting.jobs.Hiring;
import com.crewyard.recruiting.jobs.Job;
import com.crewyard.recruiting.jobs.Jobs;
import com.crewyard.recruiting.matching.Match;
import com.crewyard.recruiting.matching.MatchProfiles;
import com.crewyard.recruiting.matching.Matching;
import com.crewyard.recruiting.matching.Suggestion;
import com.crewyard.recruiting.matching.Suggestions;
import com.crewyard.recruiting.pipeline.Applications;
import com.crewyard.recruiting.platform.ProcessRole;
import com.crewyard.web.Flash;
import com.crewyard.web.Form;
import com.crewyard.web.Pages;
import com.crewyard.web.Redirect;
import com.crewyard.web.Reply;
import com.crewyard.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@ProcessRole.Only(ProcessRole.WEB)
class MatchesController {

    private static final int SHOWN = 20;

    private final Matching matching;
    private final Jobs jobs;
    private final Candidates candidates;
    private final Applications applications;
    private final CandidateFrames frames;
    private final MatchProfiles profiles;
    private final Suggestions suggestions;
    private final Hiring hiring;
    private final Pages pages;
    private final Clock clock;

    MatchesController(
            Matching matching,
            Jobs jobs,
            Candidates candidates,
            Applications applications,
            CandidateFrames frames,
            MatchProfiles profiles,
            Suggestions suggestions,
            Hiring hiring,
            Pages pages,
            Clock clock) {
        this.matching = matching;
        this.jobs = jobs;
        this.candidates = candidates;
        this.applications = applications;
        this.frames = frames;
        this.profiles = profiles;
        this.suggestions = suggestions;
        this.hiring = hiring;
        this.pages = pages;
        this.clock = clock;
    }

    @Requires(Permission.MATCHING_RUN)
    @GetMapping("/jobs/{job}/matches")
    View forJob(
            @PathVariable("job") JobId id,
            @RequestParam(name = "filter", defaultValue = "") String filter,
            CurrentUser user) {
        return view(id, user, weights(id, user), filter);
    }

    /** New weights for this job; the ranking below them follows at once. */
    @Requires(Permission.JOBS_WRITE)
    @PostMapping("/jobs/{job}/matches/profile")
    Reply weigh(@PathVariable("job") JobId id, HttpServletRequest request, CurrentUser user) {
        Form sent = Form.ofParameters(request.getParameterMap());
        try {
            profiles.change(user, Optional.of(id), ProfileForm.version(sent), ProfileForm.draft(sent));
        } catch (CrewyardException e) {
            if (e.errors().isEmpty()) {
                throw e;
            }
            return view(id, user, weights(id, user).refused(sent, e), "").refused();
        }
        return Redirect.to("/jobs/%s/matches".formatted(id))
                .saying(Flash.success(pages.page(request).text("weights.saved")));
    }

    @Requires(Permission.JOBS_WRITE)
    @PostMapping("/jobs/{job}/matches/profile/reset")
    Reply reset(@PathVariable("job") JobId id, HttpServletRequest request, CurrentUser user) {
        profiles.reset(user, Optional.of(id), ProfileForm.version(Form.ofParameters(request.getParameterMap())));
        return Redirect.to("/jobs/%s/matches".formatted(id))
                .saying(Flash.success(pages.page(request).text("weights.reset.done")));
    }

    private ProfileForm weights(JobId id, CurrentUser user) {
        return ProfileForm.of(
                "/jobs/%s/matches/profile".formatted(id),
                profiles.of(id),
                hiring.questions(id),
                user.may(Permission.JOBS_WRITE));
    }

    private View view(JobId id, CurrentUser user, ProfileForm weights, String filter) {
        Matching.Answer answer;
        Optional<String> misunderstood = Optional.empty();
        try {
            answer = matching.candidatesFor(user, id, SHOWN, filter);
        } catch (CrewyardException e) {
            // Nobody is left out by what was not understood.
            misunderstood = e.errors().stream()
                    .filter(error -> error.field().equals("filter"))
                    .map(FieldError::message)
                    .findFirst();
            if (misunderstood.isEmpty()) {
                throw e;
            }
            answer = matching.candidatesFor(user, id, SHOWN);
        }
        Map<CandidateId, Candidate> people =
                candidates.all(answer.matches().stream().map(Match::candidate).toList()).stream()
                        .collect(Collectors.toMap(Candidate::id, Function.identity()));
        Optional<Suggestion> suggestion = weights.mayChange() ? suggestions.of(id) : Optional.empty();
        Set<CandidateId> applied = applications.applied(id, people.keySet());
        List<MatchesView.Row> rows = answer.matches().stream()
                .flatMap(match -> Optional.ofNullable(people.get(match.candidate())).stream()
                        .map(candidate -> new MatchesView.Row(candidate, match, applied.contains(match.candidate()))))
                .toList();
        return View.of(
                "matching/matches",
                new MatchesView(
                        jobs.get(id), answer, rows, clock.instant(), weights, suggestion, filter, misunderstood));
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
