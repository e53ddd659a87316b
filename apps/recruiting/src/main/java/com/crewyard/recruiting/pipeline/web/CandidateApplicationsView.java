package com.crewyard.recruiting.pipeline.web;

import com.crewyard.recruiting.candidates.CandidateFrame;
import com.crewyard.recruiting.pipeline.Answer;
import com.crewyard.recruiting.pipeline.Application;
import java.util.List;
import java.util.Optional;

/**
 * A candidate's applications, newest first.
 */
public record CandidateApplicationsView(CandidateFrame frame, List<Entry> entries) {

    /** An application with the names of its job and stage, and what was answered. */
    public record Entry(Application application, String job, String stage, List<Answer> answers) {

        public Optional<String> coverLetter() {
            return application.coverLetter().filter(letter -> !letter.isBlank());
        }
    }
}
