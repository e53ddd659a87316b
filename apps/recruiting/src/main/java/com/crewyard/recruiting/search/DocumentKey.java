package com.crewyard.recruiting.search;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.JobId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which candidate or job a document is about, written {@code candidate-12}. */
public record DocumentKey(Kind kind, long id) {

    private static final Pattern WRITTEN = Pattern.compile("(candidate|job)-(\\d{1,15})");

    public static DocumentKey of(CandidateId candidate) {
        return new DocumentKey(Kind.CANDIDATE, candidate.value());
    }

    public static DocumentKey of(JobId job) {
        return new DocumentKey(Kind.JOB, job.value());
    }

    public static Optional<DocumentKey> read(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        return matcher.matches()
                ? Kind.ofCode(matcher.group(1)).map(kind -> new DocumentKey(kind, Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    /** Address of its page. */
    public String path() {
        return "/%ss/%d".formatted(kind.code(), id);
    }

    @Override
    public String toString() {
        return "%s-%d".formatted(kind.code(), id);
    }
}
