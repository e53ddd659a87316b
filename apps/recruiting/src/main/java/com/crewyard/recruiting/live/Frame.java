package com.crewyard.recruiting.live;

import com.crewyard.kernel.ApplicationId;
import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.JobId;
import com.crewyard.recruiting.activity.Activity;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One message to a page. Whoever has it has everything up to its position. */
record Frame(
        long position,
        String type,
        @Nullable Instant at,
        @Nullable String actor,
        @Nullable Long actorId,
        @Nullable Long jobId,
        @Nullable Long candidateId,
        @Nullable Long applicationId,
        Map<String, Object> data) {

    /** Too much was missed to replay it: the page is to be loaded anew. */
    static Frame reset(long position) {
        return bare(position, "reset");
    }

    /** What happened meanwhile does not concern this page. */
    static Frame cursor(long position) {
        return bare(position, "cursor");
    }

    static Frame of(Activity activity) {
        return new Frame(
                activity.position(),
                activity.type(),
                activity.at(),
                activity.actor().name(),
                activity.actor().id().orElse(null),
                activity.job().map(JobId::value).orElse(null),
                activity.candidate().map(CandidateId::value).orElse(null),
                activity.application().map(ApplicationId::value).orElse(null),
                activity.data());
    }

    /** What a page sees of an entry. */
    static Frame seenFrom(Topic topic, Activity activity) {
        return topic.concerns(activity) ? of(activity) : cursor(activity.position());
    }

    private static Frame bare(long position, String type) {
        return new Frame(position, type, null, null, null, null, null, null, Map.of());
    }

    /**
     * What a page is about.
     *
     * @param job a board; empty for everything
     */
    record Topic(Optional<JobId> job, Optional<CandidateId> candidate) {
        boolean concerns(Activity activity) {
            return job.map(id -> activity.job().equals(Optional.of(id))).orElse(true)
                    && candidate
                            .map(id -> activity.candidate().equals(Optional.of(id)))
                            .orElse(true);
        }
    }
}
