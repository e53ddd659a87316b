package com.crewyard.recruiting;

import static org.awaitility.Awaitility.await;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.JobId;
import com.crewyard.kernel.OrganizationId;
import com.crewyard.kernel.UserId;
import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.activity.Actor;
import com.crewyard.recruiting.candidates.Attachment;
import com.crewyard.recruiting.candidates.Attachments;
import com.crewyard.recruiting.candidates.CandidateField;
import com.crewyard.recruiting.candidates.Candidates;
import com.crewyard.recruiting.candidates.Merges;
import com.crewyard.recruiting.candidates.NewCandidate;
import com.crewyard.recruiting.candidates.Notes;
import com.crewyard.recruiting.candidates.ProfileField;
import com.crewyard.recruiting.candidates.ProfileValue;
import com.crewyard.recruiting.candidates.Profiles;
import com.crewyard.recruiting.candidates.Resumes;
import com.crewyard.recruiting.candidates.Tags;
import com.crewyard.recruiting.candidates.Tasks;
import com.crewyard.recruiting.files.Files;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Organizations;
import com.crewyard.recruiting.identity.People;
import com.crewyard.recruiting.identity.Role;
import com.crewyard.recruiting.intake.ApplicationForm;
import com.crewyard.recruiting.intake.ApplyResult;
import com.crewyard.recruiting.intake.Intake;
import com.crewyard.recruiting.intake.Upload;
import com.crewyard.recruiting.jobs.Hiring;
import com.crewyard.recruiting.jobs.Question;
import com.crewyard.recruiting.jobs.QuestionKind;
import com.crewyard.recruiting.pipeline.Application;
import com.crewyard.recruiting.pipeline.Pipeline;
import com.crewyard.recruiting.search.SavedSearches;
import com.crewyard.recruiting.search.SearchRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.factory.BeanFactory;
import tools.jackson.databind.JsonNode;

/** An organization that has something for every page to show: small, and nothing of it missing. */
final class FurnishedOrganization {

    static final String ADMINISTRATOR = "furnished@example.com";
    static final String VIEWER = "furnished-viewer@example.com";

    private static final String RESUME = """
            Mara Lindqvist
            Senior vehicle mechanic
            Leeds, United Kingdom
            mara.lindqvist@example.com | +44 20 7946 0018

            Experience

            Workshop manager, Northgate Garage, Leeds\tMarch 2019 - present
            - Leads six mechanics and two apprentices

            Vehicle mechanic, Sample Motors, York\tJanuary 2015 - February 2019
            - Brake systems, suspension, MOT preparation

            Education
            Diploma in Vehicle Maintenance, Leeds College\t2009 - 2011

            Skills
            Vehicle diagnostics, Brake systems, Welding, Team leadership

            Languages
            English (native), Swedish (C1), German (B1)
            """;

    private final BeanFactory beans;
    private final CurrentUser administrator;
    private final Map<String, String> names = new HashMap<>();

    private FurnishedOrganization(BeanFactory beans, CurrentUser administrator) {
        this.beans = beans;
        this.administrator = administrator;
    }

    static FurnishedOrganization create(Recruiting recruiting, BeanFactory beans) {
        Recruiting.Api admin = recruiting.newOrganization("Furnished Yard", ADMINISTRATOR);
        JsonNode me = admin.get("/api/v1/users/me").mustBe(200).json();
        FurnishedOrganization furnished = new FurnishedOrganization(
                beans,
                new CurrentUser(
                        new UserId(me.get("id").asLong()),
                        new OrganizationId(me.get("org_id").asLong()),
                        Role.ORG_ADMIN,
                        ADMINISTRATOR,
                        "Ada Admin"));
        furnished.furnish(admin);
        return furnished;
    }

    /** Puts the numbers and names of what is there into an address: {@code /jobs/{open}/edit}. */
    String address(String pattern) {
        String address = pattern;
        for (Map.Entry<String, String> name : names.entrySet()) {
            address = address.replace("{" + name.getKey() + "}", name.getValue());
        }
        if (address.contains("{")) {
            throw new IllegalArgumentException("Nothing is known of what %s names".formatted(address));
        }
        return address;
    }

    private void furnish(Recruiting.Api admin) {
        in(() -> bean(Organizations.class)
                .change(new Organizations.Changes(
                        "Furnished Yard",
                        "We keep **old engines** running.",
                        Optional.of("https://www.example.com"),
                        "#1f4d7a",
                        "Europe/London",
                        bean(Organizations.class).current().version())));
        People people = bean(People.class);
        in(() -> people.accept(
                people.invite(administrator, VIEWER, "Ivo Viewer", Role.VIEWER).token(),
                "Ivo Viewer",
                Recruiting.PASSWORD));
        names.put(
                "invitation",
                in(() -> people.invite(administrator, "furnished-guest@example.com", "Gina Guest", Role.RECRUITER)
                        .token()));
        names.put("slug", in(() -> bean(Organizations.class).current().slug()));
        JobId open = new JobId(job(admin, "Vehicle mechanic", true));
        names.put("open", open.toString());
        names.put("draft", Long.toString(job(admin, "Night shift lead", false)));
        long closed = job(admin, "Apprentice", true);
        admin.patch("/api/v1/jobs/" + closed, Map.of("status", "closed")).mustBe(200);
        names.put("closed", Long.toString(closed));
        in(() -> bean(Hiring.class)
                .changeQuestions(
                        administrator,
                        open,
                        Arrays.stream(QuestionKind.values())
                                .map(FurnishedOrganization::question)
                                .toList()));
        fillPipeline(open);
        names.put(
                "search",
                in(() -> Long.toString(bean(SavedSearches.class)
                        .save(administrator, "Mechanics & welders", SearchRequest.of("mechanic OR welder"), true)
                        .id())));
    }

    private static long job(Recruiting.Api admin, String title, boolean published) {
        return admin.post(
                        "/api/v1/jobs",
                        Map.of(
                                "title",
                                title,
                                "department",
                                "Workshop",
                                "location",
                                "Leeds, United Kingdom",
                                "employment_type",
                                "full_time",
                                "description",
                                "## What you do\n\nBrakes and *engines*.\n\n- Two\n- Three",
                                "skills_required",
                                List.of("Brake systems", "Welding"),
                                "is_public",
                                published))
                .mustBe(201)
                .json()
                .get("id")
                .asLong();
    }

    private static Question question(QuestionKind kind) {
        return new Question(
                0,
                kind,
                "Your %s".formatted(kind.label()),
                "Anything helps",
                false,
                kind.hasOptions() ? List.of("Morning", "Night") : List.of());
    }

    private void fillPipeline(JobId job) {
        Application first = apply(job, "Mara Lindqvist", "mara.lindqvist@example.com", RESUME);
        apply(job, "Tomasz Wierzbicki", "tomasz@example.com", "Tomasz Wierzbicki\nWelder\nYork\n");
        Application refused = apply(job, "Ines Carvalho", "ines@example.com", "Ines Carvalho\nCook\n");
        names.put("application", first.id().toString());
        names.put("stage", first.stage().toString());
        CandidateId mara = first.candidate();
        names.put("candidate", mara.toString());
        Resumes resumes = bean(Resumes.class);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> in(() -> resumes.latest(mara).orElseThrow().isParsed()));
        Pipeline pipeline = bean(Pipeline.class);
        in(() -> pipeline.reject(
                administrator,
                refused.id(),
                pipeline.rejectionReasons().stream().findFirst().map(Pipeline.RejectionReason::id),
                Optional.empty(),
                refused.version()));
        work(mara);
    }

    private Application apply(JobId job, String name, String email, String resume) {
        ApplyResult result = bean(Intake.class)
                .apply(ApplicationForm.of(
                        administrator.organization(),
                        job,
                        name,
                        email,
                        new Upload("resume.txt", resume.getBytes(StandardCharsets.UTF_8))));
        if (!(result instanceof ApplyResult.Accepted accepted)) {
            throw new AssertionError("%s was not accepted: %s".formatted(name, result));
        }
        names.putIfAbsent("token", accepted.statusPath().orElseThrow().replaceAll(".*/", ""));
        return accepted.application();
    }

    private void work(CandidateId mara) {
        Actor actor = administrator.actor();
        in(() -> bean(Profiles.class)
                .correct(administrator, mara, ProfileField.HEADLINE, new ProfileValue.Text("Workshop manager, EV")));
        in(() -> {
            String sha256 =
                    bean(Files.class).put(new byte[] {1}, "application/pdf").sha256();
            return bean(Attachments.class)
                    .add(actor, mara, Optional.empty(), Attachment.Kind.COVER_LETTER, sha256, "Letter.pdf");
        });
        List.of("Night shift", "Rehire")
                .forEach(tag -> in(() -> {
                    bean(Tags.class).add(actor, mara, tag);
                    return tag;
                }));
        in(() -> bean(Notes.class).add(administrator, mara, Optional.empty(), "@Ivo Viewer met her. Four days."));
        Tasks tasks = bean(Tasks.class);
        in(() -> tasks.add(administrator, mara, task("Call the last employer", LocalDate.of(2020, 3, 1))));
        in(() -> tasks.complete(
                administrator,
                mara,
                tasks.add(administrator, mara, task("Ask for references", LocalDate.of(2035, 3, 1)))
                        .id()));
        CandidateId merged = in(() -> bean(Candidates.class)
                .create(actor, NewCandidate.named("M. Lindqvist"))
                .id());
        in(() -> bean(Merges.class).merge(administrator, mara, merged, Set.of()));
        names.put(
                "duplicate",
                in(() -> bean(Candidates.class)
                        .create(
                                actor,
                                NewCandidate.named("Mara Lindquist")
                                        .with(CandidateField.EMAIL, "mara.lindqvist@example.com"))
                        .id()
                        .toString()));
    }

    private Tasks.NewTask task(String title, LocalDate due) {
        return new Tasks.NewTask(title, Optional.of(due), Optional.of(administrator.id()), Optional.empty());
    }

    private <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    private <T> T in(Supplier<T> work) {
        return Tenancy.in(administrator.organization(), work);
    }
}
