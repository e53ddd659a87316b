package com.crewyard.recruiting.intake;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.recruiting.intake.internal.OwnApplication;
import com.crewyard.recruiting.pipeline.MoveResult;
import org.springframework.stereotype.Service;

/** What the candidate can do with the private link to their application, without an account. */
@Service
public class StatusLinks {

    private final OwnApplication application;

    StatusLinks(OwnApplication application) {
        this.application = application;
    }

    /** What came of sending another resume. */
    public sealed interface Replacement {
        /** It is stored, and read next. */
        record Replaced(CandidateStatus status) implements Replacement {}

        /** The file is not one we read, or the application is closed. */
        record Refused(String sentence) implements Replacement {}
    }

    /** @throws CrewyardException when nobody's link has this token */
    public CandidateStatus status(String token) {
        return application.status(token);
    }

    public MoveResult withdraw(String token) {
        return application.withdraw(token);
    }

    public Replacement replaceResume(String token, Upload upload) {
        return application.replaceResume(token, upload);
    }
}
