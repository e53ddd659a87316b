package com.crewyard.recruiting.activity;

import com.crewyard.kernel.ApplicationId;
import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.JobId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Something that happened, about to be written down.
 *
 * @param type module and past tense, {@code application.moved}
 * @param data what a reader needs beside the subjects; never resume text, never a secret
 */
public record Happening(
        String type,
        Optional<JobId> job,
        Optional<CandidateId> candidate,
        Optional<ApplicationId> application,
        Map<String, Object> data) {

    public Happening {
        data = Map.copyOf(data);
    }

    public static Happening of(String type) {
        return new Happening(type, Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }

    public Happening on(JobId subject) {
        return new Happening(type, Optional.of(subject), candidate, application, data);
    }

    public Happening on(CandidateId subject) {
        return new Happening(type, job, Optional.of(subject), application, data);
    }

    public Happening on(ApplicationId subject) {
        return new Happening(type, job, candidate, Optional.of(subject), data);
    }

    public Happening with(String name, Object value) {
        Map<String, Object> extended = new LinkedHashMap<>(data);
        extended.put(name, value);
        return new Happening(type, job, candidate, application, extended);
    }
}
