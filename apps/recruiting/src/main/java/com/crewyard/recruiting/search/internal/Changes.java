package com.crewyard.recruiting.search.internal;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.JobId;
import com.crewyard.recruiting.activity.Activity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whose documents have to be made anew after entries of the journal.
 *
 * @param boards jobs of which every applicant's document may say something else now
 */
record Changes(Set<CandidateId> candidates, Set<JobId> jobs, Set<JobId> boards) {

    /** Skills have other names now: everything has to be read anew. */
    private static final String OF_EVERYTHING = "taxonomy.changed";

    private static final Set<String> OF_CANDIDATES = Set.of("candidate", "resume", "application");
    /** They happen with others, or change nothing that is searched. */
    private static final Set<String> UNSEARCHED = Set.of("application.scored", "resume.received", "job.team_changed");

    private static final Set<String> OF_BOARDS = Set.of("job.stages_changed", "job.deleted");

    static Changes of(List<Activity> entries) {
        Changes changes = new Changes(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        entries.stream().filter(entry -> !UNSEARCHED.contains(entry.type())).forEach(changes::add);
        return changes;
    }

    static boolean ofEverything(List<Activity> entries) {
        return entries.stream().anyMatch(entry -> entry.type().equals(OF_EVERYTHING));
    }

    private void add(Activity entry) {
        String family = entry.type().substring(0, Math.max(0, entry.type().indexOf('.')));
        if (OF_CANDIDATES.contains(family)) {
            entry.candidate().ifPresent(candidates::add);
            if (entry.data().get("merged") instanceof Number merged) {
                candidates.add(new CandidateId(merged.longValue()));
            }
        }
        if (family.equals("job")) {
            entry.job().ifPresent(jobs::add);
        }
        if (OF_BOARDS.contains(entry.type())) {
            entry.job().ifPresent(boards::add);
        }
    }
}
