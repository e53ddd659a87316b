package com.crewyard.recruiting.matching;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.JobId;
import com.crewyard.kernel.Problem;
import com.crewyard.recruiting.activity.Happening;
import com.crewyard.recruiting.activity.Journal;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.jobs.Hiring;
import com.crewyard.recruiting.jobs.Jobs;
import com.crewyard.recruiting.jobs.Question;
import com.crewyard.recruiting.matching.MatchProfile.Scope;
import com.crewyard.recruiting.matching.internal.MatchProfileStore;
import com.crewyard.recruiting.matching.internal.MatchProfileStore.Made;
import com.crewyard.recruiting.matching.internal.ProfileRules;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the organization in scope weighs, and where a job of it weighs otherwise. */
@Service
public class MatchProfiles {

    private static final int LONGEST_HISTORY = 100;

    private final MatchProfileStore store;
    private final Jobs jobs;
    private final Hiring hiring;
    private final Journal journal;

    MatchProfiles(MatchProfileStore store, Jobs jobs, Hiring hiring, Journal journal) {
        this.store = store;
        this.jobs = jobs;
        this.hiring = hiring;
        this.journal = journal;
    }

    /**
     * What holds now, and upon which version of its own a change is made.
     *
     * @param latest 0 when it was never changed
     */
    public record Standing(MatchProfile profile, int latest) {}

    /** A change, as somebody asks for it. Kinds that are not named keep the standard weight. */
    public record Draft(Map<Criterion.Kind, Integer> sliders, List<Preference> preferences, Map<Long, String> wanted) {

        public Draft {
            sliders = Map.copyOf(sliders);
            preferences = List.copyOf(preferences);
            wanted = Map.copyOf(wanted);
        }
    }

    @Transactional(readOnly = true)
    public Standing ofOrganization() {
        return standing(Optional.empty());
    }

    /** @throws CrewyardException when there is no such job */
    @Transactional(readOnly = true)
    public Standing of(JobId job) {
        jobs.get(job);
        return standing(Optional.of(job));
    }

    private Standing standing(Optional<JobId> job) {
        List<Made> made = store.latest(job.stream().toList());
        int latest = made.stream()
                .filter(each -> each.job().equals(job))
                .mapToInt(Made::version)
                .findFirst()
                .orElse(0);
        return new Standing(effective(made, job), latest);
    }

    /** What holds for each of the jobs, in one statement. */
    @Transactional(readOnly = true)
    public Map<JobId, MatchProfile> of(Collection<JobId> ids) {
        List<Made> made = store.latest(ids);
        MatchProfile organization = effective(made, Optional.empty());
        Map<Optional<JobId>, Made> byJob = made.stream().collect(Collectors.toMap(Made::job, Function.identity()));
        Map<JobId, MatchProfile> profiles = new HashMap<>();
        for (JobId id : ids) {
            profiles.put(
                    id,
                    Optional.ofNullable(byJob.get(Optional.of(id)))
                            .flatMap(Made::profile)
                            .orElse(organization));
        }
        return profiles;
    }

    /** Its own, else the organization's, else the standard. */
    private static MatchProfile effective(List<Made> made, Optional<JobId> job) {
        Optional<MatchProfile> own =
                made.stream().filter(each -> each.job().equals(job)).findFirst().flatMap(Made::profile);
        return own.or(() -> job.map(_ -> effective(made, Optional.empty()))).orElse(MatchProfile.STANDARD);
    }

    /** Versions of the organization's profile or a job's, the latest first, at most {@value #LONGEST_HISTORY}. */
    @Transactional(readOnly = true)
    public List<MatchProfile> history(Optional<JobId> job) {
        return store.history(job, LONGEST_HISTORY).stream()
                .flatMap(made -> made.profile().stream())
                .toList();
    }

    /**
     * Makes a new version.
     *
     * @param job empty for the organization's
     * @param seenVersion the latest version that the person saw, 0 for none
     * @throws CrewyardException when a weight is out of range, preferences contradict each other, or somebody was faster
     */
    @Transactional
    public MatchProfile change(CurrentUser user, Optional<JobId> job, int seenVersion, Draft draft) {
        List<Question> questions = job.map(id -> {
                    jobs.get(id);
                    return hiring.questions(id);
                })
                .orElse(List.of());
        ProfileRules.check(draft, questions).throwIfAny();
        Scope scope = job.isPresent() ? Scope.JOB : Scope.ORGANIZATION;
        int version = seenVersion + 1;
        MatchProfile profile = new MatchProfile(
                scope,
                version,
                draft.sliders(),
                draft.preferences(),
                draft.wanted(),
                Optional.of(user.fullName()),
                Optional.empty());
        add(user, job, version, Optional.of(profile));
        return profile;
    }

    /** Goes back to what stands above: a job to the organization's profile, the organization to the standard. */
    @Transactional
    public void reset(CurrentUser user, Optional<JobId> job, int seenVersion) {
        job.ifPresent(jobs::get);
        add(user, job, seenVersion + 1, Optional.empty());
    }

    private void add(CurrentUser user, Optional<JobId> job, int version, Optional<MatchProfile> profile) {
        int latest = standing(job).latest();
        if (latest != version - 1 || !store.add(job, version, profile, user.fullName())) {
            throw CrewyardException.of(
                    Problem.STALE,
                    "The match profile has changed since you opened it (version %d, you saw %d); reload to see it."
                            .formatted(standing(job).latest(), version - 1));
        }
        Happening happening = Happening.of(profile.isPresent() ? "match.profile_changed" : "match.profile_reset")
                .with("version", version);
        journal.append(user.actor(), job.map(happening::on).orElse(happening));
    }
}
