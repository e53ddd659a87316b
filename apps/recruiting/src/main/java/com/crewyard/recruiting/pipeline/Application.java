package com.crewyard.recruiting.pipeline;

import com.crewyard.kernel.ApplicationId;
import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.JobId;
import com.crewyard.kernel.OrganizationId;
import com.crewyard.kernel.StageId;
import java.time.Instant;
import java.util.Optional;

/**
 * A candidate for a job.
 *
 * @param fitScore what a person or a client set, 0 to 100
 * @param matchScore what the matching engine found, 0 to 100
 * @param reference what the candidate knows it by
 * @param resume the resume row that came with it
 * @param version counts its changes, for optimistic locking
 */
public record Application(
        ApplicationId id,
        OrganizationId organization,
        JobId job,
        CandidateId candidate,
        StageId stage,
        String stageSlug,
        ApplicationState state,
        String source,
        Optional<Integer> fitScore,
        Optional<Integer> matchScore,
        Optional<String> matchReason,
        String reference,
        Optional<Long> resume,
        Optional<String> coverLetter,
        Optional<String> rejectionReason,
        Instant appliedAt,
        Instant stageEnteredAt,
        boolean undoable,
        int version) {

    /** As the API says it: the stage while active, else what became of it. */
    public String status() {
        return state == ApplicationState.ACTIVE ? stageSlug : state.code();
    }

    /** A person's score where there is one, else the engine's. */
    public Optional<Integer> score() {
        return fitScore.or(() -> matchScore);
    }
}
