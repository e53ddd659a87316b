package com.crewyard.recruiting.candidates;

import com.crewyard.kernel.ApplicationId;
import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a colleague noted about a candidate.
 *
 * @param author empty when that person is gone
 * @param mentions the colleagues it is for, too
 */
public record Note(
        long id,
        CandidateId candidate,
        Optional<ApplicationId> application,
        Optional<UserId> author,
        String authorName,
        String body,
        List<UserId> mentions,
        Instant createdAt) {

    public Note {
        mentions = List.copyOf(mentions);
    }
}
