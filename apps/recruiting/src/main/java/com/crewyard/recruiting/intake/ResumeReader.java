package com.crewyard.recruiting.intake;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.recruiting.candidates.ResumeId;
import com.crewyard.recruiting.candidates.Resumes;
import com.crewyard.recruiting.intake.internal.ResumeReading;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Resumes are read when they arrive; this reads one anew, as after the parser has learnt something. */
@Service
public class ResumeReader {

    private final Resumes resumes;
    private final ResumeReading reading;

    ResumeReader(Resumes resumes, ResumeReading reading) {
        this.resumes = resumes;
        this.reading = reading;
    }

    /** @throws CrewyardException when there is no such resume */
    @Transactional
    public void readAgain(ResumeId id) {
        if (resumes.find(id).isEmpty()) {
            throw CrewyardException.notFound("Resume", id);
        }
        reading.enqueue(id, true);
    }
}
