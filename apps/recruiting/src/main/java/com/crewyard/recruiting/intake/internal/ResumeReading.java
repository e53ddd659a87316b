package com.crewyard.recruiting.intake.internal;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.recruiting.candidates.Candidate;
import com.crewyard.recruiting.candidates.Candidates;
import com.crewyard.recruiting.candidates.Resume;
import com.crewyard.recruiting.candidates.ResumeAdded;
import com.crewyard.recruiting.candidates.ResumeId;
import com.crewyard.recruiting.candidates.Resumes;
import com.crewyard.recruiting.files.Files;
import com.crewyard.recruiting.parsing.ParseOutcome;
import com.crewyard.recruiting.parsing.ResumeParser;
import com.crewyard.recruiting.platform.work.NotYetException;
import com.crewyard.recruiting.platform.work.Work;
import com.crewyard.recruiting.platform.work.WorkHandler;
import com.crewyard.recruiting.platform.work.WorkType;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reads every resume that is received, by whatever way it came in, after it is stored. */
@Component
public class ResumeReading implements WorkHandler<ResumeReading.Read> {

    private static final WorkType<Read> READ = new WorkType<>("intake.read_resume", Read.class);
    private static final String PARSER = "crewyard";

    private final Candidates candidates;
    private final Resumes resumes;
    private final Files files;
    private final ResumeParser parser;
    private final Work work;
    private final MeterRegistry metrics;

    ResumeReading(
            Candidates candidates,
            Resumes resumes,
            Files files,
            ResumeParser parser,
            Work work,
            MeterRegistry metrics) {
        this.candidates = candidates;
        this.resumes = resumes;
        this.files = files;
        this.parser = parser;
        this.work = work;
        this.metrics = metrics;
    }

    /** @param again whether it is read even if it has been */
    record Read(long resume, boolean again) {}

    @EventListener
    void on(ResumeAdded added) {
        enqueue(added.resume(), false);
    }

    /** In the caller's transaction. */
    public void enqueue(ResumeId resume, boolean again) {
        work.enqueue(READ, resume.toString(), new Read(resume.value(), again));
    }

    @Override
    public WorkType<Read> type() {
        return READ;
    }

    @Override
    public void handle(Read read) {
        Optional<Resume> resume = resumes.find(new ResumeId(read.resume()));
        if (resume.isPresent() && (read.again() || isWaiting(resume.get()))) {
            read(resume.get());
        }
    }

    private void read(Resume resume) {
        byte[] bytes = bytes(resume);
        String person =
                candidates.find(resume.candidate()).map(Candidate::fullName).orElse("");
        Timer.Sample sample = Timer.start(metrics);
        ParseOutcome outcome = parser.parse(bytes, person);
        sample.stop(Timer.builder("crewyard.resumes.read")
                .description("Reading resumes, by what became of them")
                .tag("outcome", outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                .register(metrics));
        switch (outcome) {
            case ParseOutcome.Parsed parsed ->
                resumes.recordParsed(resume.id(), parsed.text(), parsed.profile(), PARSER);
            case ParseOutcome.Unreadable(String reason) -> resumes.recordUnreadable(resume.id(), reason);
            case ParseOutcome.Hostile(String reason) -> resumes.recordUnreadable(resume.id(), reason);
            case ParseOutcome.TimedOut timedOut -> resumes.recordUnreadable(resume.id(), timedOut.reason());
        }
    }

    /** A file store that does not answer is waited for; nothing is wrong with the resume. */
    private byte[] bytes(Resume resume) {
        try {
            return files.read(resume.sha256());
        } catch (CrewyardException e) {
            throw new NotYetException("file %s cannot be had: %s".formatted(resume.sha256(), e.problem()));
        }
    }

    private static boolean isWaiting(Resume resume) {
        return resume.state() instanceof Resume.State.Waiting;
    }
}
