package com.crewyard.recruiting.intake.internal;

import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.activity.Actor;
import com.crewyard.recruiting.candidates.Attachment;
import com.crewyard.recruiting.candidates.Attachments;
import com.crewyard.recruiting.candidates.Candidates;
import com.crewyard.recruiting.candidates.Resume;
import com.crewyard.recruiting.candidates.ResumeId;
import com.crewyard.recruiting.candidates.Resumes;
import com.crewyard.recruiting.identity.Organizations;
import com.crewyard.recruiting.intake.ApplicationForm;
import com.crewyard.recruiting.intake.ApplyResult;
import com.crewyard.recruiting.jobs.Job;
import com.crewyard.recruiting.pipeline.Application;
import com.crewyard.recruiting.pipeline.Applications;
import com.crewyard.recruiting.pipeline.Received;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down an application with everything that belongs to it, or nothing of it. */
@Component
public class Reception {

    private final Candidates candidates;
    private final Resumes resumes;
    private final Applications applications;
    private final Organizations organizations;
    private final KeptUploads kept;
    private final StatusTokens tokens;
    private final Confirmation confirmation;
    private final Attachments attachments;

    Reception(
            Candidates candidates,
            Resumes resumes,
            Applications applications,
            Organizations organizations,
            KeptUploads kept,
            StatusTokens tokens,
            Confirmation confirmation,
            Attachments attachments) {
        this.candidates = candidates;
        this.resumes = resumes;
        this.applications = applications;
        this.organizations = organizations;
        this.kept = kept;
        this.tokens = tokens;
        this.confirmation = confirmation;
        this.attachments = attachments;
    }

    @Transactional
    public ApplyResult.Accepted receive(
            ApplicationForm form, Job job, CheckedForm checked, IncomingFiles.Stored files) {
        Actor actor = Actor.candidate(checked.applicant().fullName());
        CandidateId candidate = candidates.recognize(actor, checked.applicant()).candidate();
        ResumeId resume = resume(actor, candidate, files.resume());
        String token = tokens.of(job.id(), candidate);
        Received received = new Received(
                job.id(),
                candidate,
                Optional.of(resume.value()),
                checked.coverLetter(),
                checked.answers().stream().map(answer -> answer.stored(files)).toList(),
                form.source(),
                Optional.of(Tokens.digest(token)));
        kept.forget(files.usedTokens());
        String path = "/careers/%s/status/%s".formatted(organizations.current().slug(), token);
        Received.Outcome outcome = applications.receive(actor, received);
        attachAnswers(actor, outcome.application(), files);
        return switch (outcome) {
            case Received.Outcome.Created(Application application) -> {
                confirmation.queue(
                        actor, job, application, path, checked.applicant().email());
                yield new ApplyResult.Accepted(application, Optional.of(path), false);
            }
            case Received.Outcome.Updated(Application application) -> again(actor, job, application, path, false);
            case Received.Outcome.Reopened(Application application) -> again(actor, job, application, path, true);
        };
    }

    /** Only to the mailbox we knew: whoever knows a person's phone number may apply in their name. */
    private ApplyResult.Accepted again(Actor actor, Job job, Application application, String path, boolean reopened) {
        confirmation.queue(
                actor,
                job,
                application,
                path,
                candidates.required(application.candidate()).email());
        return new ApplyResult.Accepted(application, Optional.empty(), reopened);
    }

    /** Files that answer questions stand among the candidate's files too; sent twice, they stand there once. */
    private void attachAnswers(Actor actor, Application application, IncomingFiles.Stored files) {
        Set<String> present = files.answers().isEmpty()
                ? Set.of()
                : attachments.of(application.candidate()).stream()
                        .map(Attachment::sha256)
                        .collect(Collectors.toSet());
        for (IncomingFiles.StoredUpload file : files.answers()) {
            if (!present.contains(file.sha256())) {
                attachments.add(
                        actor,
                        application.candidate(),
                        Optional.of(application.id()),
                        Attachment.Kind.ANSWER,
                        file.sha256(),
                        file.fileName());
            }
        }
    }

    /** The same file again, as after a second click, is the resume that is there already. */
    private ResumeId resume(Actor actor, CandidateId candidate, IncomingFiles.StoredUpload file) {
        return resumes.latest(candidate)
                .filter(latest -> latest.sha256().equals(file.sha256()))
                .map(Resume::id)
                .orElseGet(() -> resumes.add(actor, candidate, file.sha256(), file.fileName()));
    }
}
