package com.crewyard.recruiting.intake;

import com.crewyard.recruiting.candidates.Resume;
import com.crewyard.recruiting.identity.Organization;
import com.crewyard.recruiting.jobs.Job;
import com.crewyard.recruiting.jobs.StageKind;
import com.crewyard.recruiting.pipeline.Application;
import com.crewyard.recruiting.pipeline.ApplicationState;
import java.util.List;
import java.util.Optional;

/**
 * What a candidate sees of their own application.
 *
 * @param candidateName as the organization has it
 * @param stages what the job's stages mean, in their order, without those that only recruiters use; their names are the
 *     organization's own affair
 * @param stage one of them
 */
public record CandidateStatus(
        Organization organization,
        Job job,
        Application application,
        String candidateName,
        List<StageKind> stages,
        StageKind stage,
        Optional<Resume> resume) {

    public CandidateStatus {
        stages = List.copyOf(stages);
    }

    /** Whether it may still be withdrawn, and its resume replaced. */
    public boolean open() {
        return application.state() == ApplicationState.ACTIVE;
    }

    /** One sentence for the candidate. */
    public String standing() {
        return switch (application.state()) {
            case HIRED -> "You have the job.";
            case REJECTED -> "This application is closed: the job goes on with other people.";
            case WITHDRAWN -> "You have withdrawn this application.";
            case ACTIVE ->
                switch (stage) {
                    case SOURCED, APPLIED -> "We have received your application and will read it.";
                    case SCREENING -> "We are reading your application.";
                    case INTERVIEW -> "You are among those we talk with.";
                    case OFFER -> "We are preparing an offer.";
                    case HIRED -> "You have the job.";
                };
        };
    }
}
