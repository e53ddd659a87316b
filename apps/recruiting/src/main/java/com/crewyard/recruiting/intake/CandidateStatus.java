package com.crewyard.recruiting.intake;

import com.crewyard.recruiting.candidates.Resume;
import com.crewyard.recruiting.identity.Organization;
import com.crewyard.recruiting.jobs.Job;
import com.crewyard.recruiting.jobs.StageKind;
import com.crewyard.recruiting.pipeline.Application;
import com.crewyard.recruiting.pipeline.ApplicationState;
import java.util.Optional;

/**
 * What a candidate sees of their own application.
 *
 * @param stage what the stage means; its name is the organization's own affair
 */
public record CandidateStatus(
        Organization organization, Job job, Application application, StageKind stage, Optional<Resume> resume) {

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
