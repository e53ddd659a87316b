package com.crewyard.recruiting.candidates;

import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.activity.Activity;
import com.crewyard.recruiting.activity.Journal;
import com.crewyard.recruiting.identity.Organizations;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what stands around every tab of a candidate's page. */
@Service
public class CandidateFrames {

    private final Candidates candidates;
    private final Tags tags;
    private final Merges merges;
    private final Tasks tasks;
    private final Journal journal;
    private final Organizations organizations;
    private final ObjectProvider<CandidateTab> tabs;
    private final Clock clock;

    CandidateFrames(
            Candidates candidates,
            Tags tags,
            Merges merges,
            Tasks tasks,
            Journal journal,
            Organizations organizations,
            ObjectProvider<CandidateTab> tabs,
            Clock clock) {
        this.candidates = candidates;
        this.tags = tags;
        this.merges = merges;
        this.tasks = tasks;
        this.journal = journal;
        this.organizations = organizations;
        this.tabs = tabs;
        this.clock = clock;
    }

    /** @throws com.crewyard.kernel.CrewyardException when there is no such candidate */
    @Transactional(readOnly = true)
    public CandidateFrame of(CandidateId id) {
        return new CandidateFrame(
                candidates.required(id),
                tags.of(id),
                merges.duplicatesOf(id),
                merges.of(id),
                tasks.of(id),
                journal.of(id, Long.MAX_VALUE, 1).stream().findFirst().map(Activity::at),
                tabs.orderedStream().map(CandidateTab::name).toList(),
                LocalDate.now(clock.withZone(organizations.current().timeZone())));
    }
}
