package com.crewyard.recruiting.intake.internal;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.Problem;
import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.activity.Actor;
import com.crewyard.recruiting.candidates.Candidates;
import com.crewyard.recruiting.candidates.FileNames;
import com.crewyard.recruiting.candidates.ResumeId;
import com.crewyard.recruiting.candidates.Resumes;
import com.crewyard.recruiting.files.Files;
import com.crewyard.recruiting.identity.Organizations;
import com.crewyard.recruiting.intake.CandidateStatus;
import com.crewyard.recruiting.intake.StatusLinks.Replacement;
import com.crewyard.recruiting.intake.Upload;
import com.crewyard.recruiting.jobs.Hiring;
import com.crewyard.recruiting.jobs.Jobs;
import com.crewyard.recruiting.jobs.Stage;
import com.crewyard.recruiting.jobs.StageKind;
import com.crewyard.recruiting.parsing.ResumeFormat;
import com.crewyard.recruiting.parsing.ResumeFormat.Detection;
import com.crewyard.recruiting.pipeline.Application;
import com.crewyard.recruiting.pipeline.Applications;
import com.crewyard.recruiting.pipeline.MoveResult;
import com.crewyard.recruiting.pipeline.Pipeline;
import com.crewyard.recruiting.pipeline.Received;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

@Component
public class OwnApplication {

    private final Applications applications;
    private final Pipeline pipeline;
    private final Candidates candidates;
    private final Resumes resumes;
    private final Files files;
    private final Jobs jobs;
    private final Hiring hiring;
    private final Organizations organizations;
    private final TransactionOperations transactions;

    OwnApplication(
            Applications applications,
            Pipeline pipeline,
            Candidates candidates,
            Resumes resumes,
            Files files,
            Jobs jobs,
            Hiring hiring,
            Organizations organizations,
            TransactionOperations transactions) {
        this.applications = applications;
        this.pipeline = pipeline;
        this.candidates = candidates;
        this.resumes = resumes;
        this.files = files;
        this.jobs = jobs;
        this.hiring = hiring;
        this.organizations = organizations;
        this.transactions = transactions;
    }

    public CandidateStatus status(String token) {
        Applications.Linked linked = linked(token);
        return inOrganization(linked, () -> status(applications.get(linked.application())));
    }

    public MoveResult withdraw(String token) {
        Applications.Linked linked = linked(token);
        return inOrganization(
                linked, () -> pipeline.withdraw(actor(applications.get(linked.application())), linked.application()));
    }

    public Replacement replaceResume(String token, Upload upload) {
        Applications.Linked linked = linked(token);
        if (upload.isTooLarge()) {
            return new Replacement.Refused("Send a file of at most 10 MB.");
        }
        return switch (ResumeFormat.detect(upload.bytes())) {
            case Detection.Refused refused -> new Replacement.Refused(refused.sentence() + ".");
            case Detection.Recognised(ResumeFormat format) ->
                Tenancy.in(linked.organization(), () -> {
                    String sha256 =
                            files.put(upload.bytes(), format.mediaType()).sha256();
                    return transactions.execute(_ -> replace(linked, sha256, FileNames.clean(upload.fileName())));
                });
        };
    }

    private Replacement replace(Applications.Linked linked, String sha256, String fileName) {
        Application application = applications.get(linked.application());
        if (!status(application).open()) {
            return new Replacement.Refused("This application is closed; its resume stays as it is.");
        }
        Actor actor = actor(application);
        ResumeId resume = resumes.add(actor, application.candidate(), sha256, fileName);
        applications.receive(
                actor,
                new Received(
                        application.job(),
                        application.candidate(),
                        Optional.of(resume.value()),
                        Optional.empty(),
                        List.of(),
                        application.source(),
                        Optional.empty()));
        return new Replacement.Replaced(status(applications.get(application.id())));
    }

    private CandidateStatus status(Application application) {
        return new CandidateStatus(
                organizations.current(),
                jobs.get(application.job()),
                application,
                candidates.required(application.candidate()).fullName(),
                hiring.stages(application.job()).stream()
                        .map(Stage::kind)
                        .filter(kind -> kind != StageKind.SOURCED)
                        .distinct()
                        .toList(),
                shown(hiring.stage(application.stage()).orElseThrow().kind()),
                application.resume().flatMap(id -> resumes.find(new ResumeId(id))));
    }

    private static StageKind shown(StageKind kind) {
        return kind == StageKind.SOURCED ? StageKind.APPLIED : kind;
    }

    private Actor actor(Application application) {
        return Actor.candidate(candidates.required(application.candidate()).fullName());
    }

    private Applications.Linked linked(String token) {
        return applications
                .byStatusToken(Tokens.digest(token))
                .orElseThrow(() -> CrewyardException.of(
                        Problem.NOT_FOUND, "This link is not known; look for the latest message we sent you."));
    }

    private <T> T inOrganization(Applications.Linked linked, Supplier<T> work) {
        return Tenancy.in(linked.organization(), () -> transactions.execute(_ -> work.get()));
    }
}
