package com.crewyard.recruiting.candidates;

import com.crewyard.kernel.ApplicationId;
import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something to do about a candidate.
 *
 * @param candidateName for lists that go over many candidates
 * @param dueOn in the organization's time zone
 */
public record CandidateTask(
        long id,
        CandidateId candidate,
        String candidateName,
        Optional<ApplicationId> application,
        String title,
        Optional<LocalDate> dueOn,
        Optional<UserId> assignee,
        Optional<String> assigneeName,
        Optional<Instant> doneAt,
        Instant createdAt) {

    public boolean isOverdue(LocalDate today) {
        return doneAt.isEmpty() && dueOn.filter(due -> due.isBefore(today)).isPresent();
    }
}
