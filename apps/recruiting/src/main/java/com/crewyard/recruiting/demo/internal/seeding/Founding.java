package com.crewyard.recruiting.demo.internal.seeding;

import com.crewyard.kernel.JobId;
import com.crewyard.recruiting.demo.DemoLogin;
import com.crewyard.recruiting.demo.internal.resumes.Texts;
import com.crewyard.recruiting.files.Files;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Organization;
import com.crewyard.recruiting.identity.Organizations;
import com.crewyard.recruiting.identity.Registration;
import com.crewyard.recruiting.jobs.Hiring;
import com.crewyard.recruiting.jobs.Jobs;
import com.crewyard.recruiting.jobs.PostState;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The employer itself: name, face, colleagues and jobs. */
@Component
class Founding {

    private final Texts organization = Texts.load("organization.txt");
    private final Registration registration;
    private final Organizations organizations;
    private final Colleagues colleagues;
    private final Files files;
    private final Jobs jobs;
    private final Hiring hiring;
    private final DemoStore store;

    Founding(
            Registration registration,
            Organizations organizations,
            Colleagues colleagues,
            Files files,
            Jobs jobs,
            Hiring hiring,
            DemoStore store) {
        this.registration = registration;
        this.organizations = organizations;
        this.colleagues = colleagues;
        this.files = files;
        this.jobs = jobs;
        this.hiring = hiring;
        this.store = store;
    }

    void register() {
        Colleagues.Entry administrator = colleagues.administrator();
        registration.registerDemonstration(new Registration.Request(
                administrator.email(),
                DemoLogin.PASSWORD,
                Optional.of(administrator.name()),
                organization.line("name")));
    }

    void open(Step.Opens step) {
        Organization registered = organizations.current();
        organizations.change(new Organizations.Changes(
                registered.name(),
                String.join("\n\n", organization.section("about")),
                Optional.of(organization.line("website")),
                organization.line("color"),
                organization.line("time zone"),
                registered.version()));
        byte[] logo = Texts.whole("logo.svg").getBytes(StandardCharsets.UTF_8);
        organizations.changeLogo(Optional.of(files.put(logo, "image/svg+xml").sha256()));
        colleagues.join();
        store.founded(step.at());
    }

    void post(Step.PostsJob step) {
        JobSpec spec = step.job();
        String recruiter = spec.number("days") % 2 == 0 ? "recruiter" : "recruiter2";
        CurrentUser user = colleagues.user(recruiter);
        boolean takesApplications = spec.post() == PostState.PUBLISHED || spec.post() == PostState.CLOSED;
        JobId job = jobs.create(user, spec.draft(), takesApplications).id();
        if (spec.post() == PostState.INTERNAL) {
            jobs.changePost(user, job, PostState.INTERNAL);
        }
        hiring.changeQuestions(user, job, spec.questions());
        hiring.changeTeam(user, job, colleagues.team(recruiter));
        hiring.changeOpenings(user, job, spec.number("openings"));
        store.posted(job, step.at());
    }
}
