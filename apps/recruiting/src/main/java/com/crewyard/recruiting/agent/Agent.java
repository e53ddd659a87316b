package com.crewyard.recruiting.agent;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.Problem;
import com.crewyard.recruiting.activity.Actor;
import com.crewyard.recruiting.activity.Happening;
import com.crewyard.recruiting.activity.Journal;
import com.crewyard.recruiting.agent.internal.JobModel;
import com.crewyard.recruiting.agent.internal.ResumeModel;
import com.crewyard.recruiting.agent.internal.reading.JobReader;
import com.crewyard.recruiting.agent.internal.reading.JobReading;
import com.crewyard.recruiting.candidates.Applicant;
import com.crewyard.recruiting.candidates.Candidate;
import com.crewyard.recruiting.candidates.CandidateChanges;
import com.crewyard.recruiting.candidates.CandidateField;
import com.crewyard.recruiting.candidates.Candidates;
import com.crewyard.recruiting.candidates.Recognition;
import com.crewyard.recruiting.candidates.ResumeId;
import com.crewyard.recruiting.candidates.Resumes;
import com.crewyard.recruiting.files.Files;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.jobs.Job;
import com.crewyard.recruiting.jobs.Jobs;
import com.crewyard.recruiting.parsing.Found;
import com.crewyard.recruiting.parsing.ParseOutcome;
import com.crewyard.recruiting.parsing.ResumeParser;
import com.crewyard.recruiting.parsing.ResumeProfile;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes jobs and candidates from what people write and send: by our own reading, and with what a configured model points
 * out in the text. Nothing is made up.
 */
@Service
public class Agent {

    private static final int LONGEST_PROMPT = 50_000;
    private static final String PARSER = "crewyard";

    private final JobReader reader;
    private final JobModel jobModel;
    private final ResumeParser parser;
    private final ResumeModel resumeModel;
    private final Jobs jobs;
    private final Candidates candidates;
    private final Resumes resumes;
    private final Files files;
    private final Journal journal;
    private final TransactionOperations transactions;

    Agent(
            JobReader reader,
            JobModel jobModel,
            ResumeParser parser,
            ResumeModel resumeModel,
            Jobs jobs,
            Candidates candidates,
            Resumes resumes,
            Files files,
            Journal journal,
            TransactionOperations transactions) {
        this.reader = reader;
        this.jobModel = jobModel;
        this.parser = parser;
        this.resumeModel = resumeModel;
        this.jobs = jobs;
        this.candidates = candidates;
        this.resumes = resumes;
        this.files = files;
        this.journal = journal;
        this.transactions = transactions;
    }

    /** What a requisition became. */
    public record JobFromFile(Job job, String summary) {}

    /** What a resume became. */
    public record CandidateFromFile(Candidate candidate, String summary) {}

    /** @throws CrewyardException when the prompt names no job */
    public Job jobFromPrompt(CurrentUser user, String prompt) {
        return create(user, prompt, "create_job", "prompt");
    }

    /** @throws CrewyardException when the file cannot be read or names no job */
    public JobFromFile jobFromFile(CurrentUser user, byte[] file, String notes) {
        String text = textOf(file, "job_req");
        Job job = create(user, notes.isBlank() ? text : text + "\n\n" + notes, "create_job_from_file", "job_req");
        return new JobFromFile(job, Summaries.of(job));
    }

    /**
     * Adds the person whose resume it is, or finds them again by email, phone or LinkedIn, with the file attached.
     *
     * @throws CrewyardException when no name can be read
     */
    public CandidateFromFile candidateFromFile(CurrentUser user, byte[] file, String fileName, String notes) {
        ParseOutcome.Parsed parsed = parsed(file, "resume");
        Applicant person = person(parsed.profile());
        ResumeProfile profile = resumeModel.better(parsed.text(), parsed.profile());
        String sha256 = files.put(file, "application/octet-stream").sha256();
        Recognition recognition = transactions.execute(_ -> {
            Actor actor = user.actor();
            Recognition recognized = candidates.recognize(actor, person);
            CandidateId id = recognized.candidate();
            addNotes(actor, id, notes);
            ResumeId resume = resumes.addRead(actor, id, sha256, fileName);
            resumes.recordParsed(resume, parsed.text(), profile, PARSER);
            journal.append(actor, asked("candidate_from_resume").on(id));
            return recognized;
        });
        Candidate candidate = candidates.required(recognition.candidate());
        String summary = Summaries.of(candidate);
        return new CandidateFromFile(
                candidate,
                switch (recognition) {
                    case Recognition.Added _ -> summary;
                    case Recognition.Known _ -> summary + " Known before; the resume was added.";
                });
    }

    private static Applicant person(ResumeProfile profile) {
        String name = profile.name()
                .map(Found::value)
                .orElseThrow(() -> CrewyardException.invalid(
                        "resume", "No name could be read in this file; add the candidate by hand."));
        Optional<String> linkedin = profile.links().stream()
                .map(Found::value)
                .filter(link -> link.kind() == ResumeProfile.LinkKind.LINKEDIN)
                .map(ResumeProfile.Link::url)
                .findFirst();
        return new Applicant(name, first(profile.emails()), first(profile.phones()), linkedin);
    }

    private void addNotes(Actor actor, CandidateId id, String notes) {
        if (!notes.isBlank()) {
            String all = candidates
                    .required(id)
                    .text(CandidateField.NOTES)
                    .map(before -> before + "\n\n" + notes)
                    .orElse(notes);
            candidates.change(actor, id, CandidateChanges.NONE.with(CandidateField.NOTES, Optional.of(all)));
        }
    }

    private Job create(CurrentUser user, String text, String intent, String field) {
        user.require(Permission.JOBS_WRITE);
        if (text.isBlank() || text.length() > LONGEST_PROMPT) {
            throw CrewyardException.invalid(field, "Describe the job in 1 to 50,000 characters.");
        }
        JobReading reading = jobModel.better(text, reader.read(text));
        if (reading.title().isEmpty()) {
            throw CrewyardException.invalid(
                    field, "No job title was found; begin with it, as in \"Senior nurse in Berlin, 45-55k EUR\".");
        }
        return transactions.execute(_ -> {
            Job job = jobs.create(user, reading.draft(), false);
            journal.append(user.actor(), asked(intent).on(job.id()));
            return job;
        });
    }

    private String textOf(byte[] file, String field) {
        return parsed(file, field).text().text();
    }

    private ParseOutcome.Parsed parsed(byte[] file, String field) {
        return switch (parser.parse(file)) {
            case ParseOutcome.Parsed parsed -> parsed;
            case ParseOutcome.Unreadable(String reason) -> throw unreadable(field, reason);
            case ParseOutcome.Hostile(String reason) -> throw unreadable(field, reason);
            case ParseOutcome.TimedOut timedOut -> throw unreadable(field, timedOut.reason());
        };
    }

    static Happening asked(String intent) {
        return Happening.of("agent.asked").with("intent", intent);
    }

    private static CrewyardException unreadable(String field, String reason) {
        return reason.isBlank()
                ? CrewyardException.of(Problem.UNSUPPORTED_TYPE, "This file cannot be read.")
                : CrewyardException.invalid(field, reason);
    }

    private static Optional<String> first(java.util.List<Found<String>> found) {
        return found.stream().map(Found::value).findFirst();
    }
}
