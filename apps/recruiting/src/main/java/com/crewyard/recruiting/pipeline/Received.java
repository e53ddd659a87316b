package com.crewyard.recruiting.pipeline;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.JobId;
import java.util.List;
import java.util.Optional;

/**
 * An application as it arrives from outside.
 *
 * @param resume the stored resume's row
 * @param statusTokenSha256 of the candidate's private link, replacing an earlier one
 */
public record Received(
        JobId job,
        CandidateId candidate,
        Optional<Long> resume,
        Optional<String> coverLetter,
        List<Answer> answers,
        String source,
        Optional<String> statusTokenSha256) {

    public Received {
        answers = List.copyOf(answers);
    }

    /** What came of it. */
    public sealed interface Outcome {
        Application application();

        /** The first application of this candidate to this job. */
        record Created(Application application) implements Outcome {}

        /** There was one: it has the new resume, letter and answers now, and stays where it was. */
        record Updated(Application application) implements Outcome {}

        /** There was one that the candidate had withdrawn: it is as new, in the stage where applications arrive. */
        record Reopened(Application application) implements Outcome {}
    }
}
