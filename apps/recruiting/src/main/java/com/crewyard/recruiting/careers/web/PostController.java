package com.crewyard.recruiting.careers.web;

import com.crewyard.kernel.FieldError;
import com.crewyard.kernel.JobId;
import com.crewyard.recruiting.identity.Anyone;
import com.crewyard.recruiting.identity.Organization;
import com.crewyard.recruiting.intake.ApplicationForm;
import com.crewyard.recruiting.intake.ApplyResult;
import com.crewyard.recruiting.intake.FormReader;
import com.crewyard.recruiting.intake.Intake;
import com.crewyard.recruiting.jobs.Hiring;
import com.crewyard.recruiting.jobs.Job;
import com.crewyard.recruiting.jobs.JobStatus;
import com.crewyard.recruiting.jobs.Jobs;
import com.crewyard.recruiting.jobs.PostState;
import com.crewyard.recruiting.platform.ProcessRole;
import com.crewyard.web.ErrorView;
import com.crewyard.web.Flash;
import com.crewyard.web.Form;
import com.crewyard.web.Markdown;
import com.crewyard.web.Pages;
import com.crewyard.web.Redirect;
import com.crewyard.web.Reply;
import com.crewyard.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** One job on the careers site, and applying for it. */
@Anyone
@Controller
@RequestMapping("/careers/{slug}/jobs/{job}")
@ProcessRole.Only(ProcessRole.WEB)
class PostController {

    private static final int SUMMARY = 160;
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,15})(?:-.*)?");

    private final Careers careers;
    private final Jobs jobs;
    private final Hiring hiring;
    private final Intake intake;
    private final Pages pages;
    private final Clock clock;

    PostController(Careers careers, Jobs jobs, Hiring hiring, Intake intake, Pages pages, Clock clock) {
        this.careers = careers;
        this.jobs = jobs;
        this.hiring = hiring;
        this.intake = intake;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    Reply post(@PathVariable String slug, @PathVariable String job, HttpServletRequest request) {
        return careers.in(
                slug,
                organization -> visible(job)
                        .<Reply>map(found -> {
                            PostView view = view(organization, found, Form.blank(), Map.of(), request);
                            return View.of("careers/post", view).status(view.open() ? 200 : 410);
                        })
                        .orElseGet(() -> new ErrorView(404, "").view()));
    }

    @GetMapping("/apply")
    Reply form(@PathVariable String slug, @PathVariable String job, HttpServletRequest request) {
        return careers.in(
                slug,
                organization -> visible(job)
                        .map(found -> view(organization, found, Form.blank(), Map.of(), request))
                        .<Reply>map(view -> view.open() ? View.of("careers/apply", view) : Redirect.to(view.path()))
                        .orElseGet(() -> new ErrorView(404, "").view()));
    }

    /** More specific than its sibling that answers in JSON, so that only who asks for JSON alone gets that. */
    @PostMapping(path = "/apply", consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = MediaType.TEXT_HTML_VALUE)
    Reply apply(@PathVariable String slug, @PathVariable String job, MultipartHttpServletRequest request) {
        return careers.in(
                slug,
                organization -> visible(job)
                        .map(found -> apply(organization, found, request))
                        .orElseGet(() -> new ErrorView(404, "").view()));
    }

    private Reply apply(Organization organization, Job job, MultipartHttpServletRequest request) {
        ApplicationForm form;
        try {
            form = read(request, organization, job);
        } catch (MaxUploadSizeExceededException _) {
            // Nothing of such a form is read, so nothing of it can be kept.
            String reason = pages.page(request).text("apply.resume.huge");
            View page = View.of(
                    "careers/apply",
                    view(
                            organization,
                            job,
                            Form.blank().refused(List.of(new FieldError(ApplicationForm.RESUME, reason))),
                            Map.of(),
                            request));
            return page.status(413);
        }
        return switch (intake.apply(form)) {
            case ApplyResult.Accepted accepted ->
                accepted.statusPath()
                        .map(status -> Redirect.to(status + "/received"))
                        .orElseGet(() -> Redirect.to(path(organization, job))
                                .saying(Flash.success(pages.page(request)
                                        .text(
                                                accepted.reopened() ? "apply.reopened" : "apply.updated",
                                                accepted.reference()))));
            case ApplyResult.Refused(var errors, var kept) ->
                again(organization, job, errors, kept, request).refused();
            case ApplyResult.Throttled _ -> {
                String reason = pages.page(request).text("apply.throttled");
                yield again(organization, job, List.of(new FieldError("email", reason)), Map.of(), request)
                        .status(429);
            }
            case ApplyResult.Closed _ -> Redirect.to(path(organization, job));
        };
    }

    private View again(
            Organization organization,
            Job job,
            List<FieldError> errors,
            Map<String, ApplyResult.KeptFile> kept,
            HttpServletRequest request) {
        Form form = Form.ofParameters(request.getParameterMap()).refused(errors);
        return View.of("careers/apply", view(organization, job, form, kept, request));
    }

    private static ApplicationForm read(MultipartHttpServletRequest request, Organization organization, Job job) {
        try {
            return FormReader.read(request, organization.id(), job.id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A job that nobody may see yet is as if it were not there. */
    private Optional<Job> visible(String numberAndTitle) {
        Matcher number = NUMBER.matcher(numberAndTitle);
        return number.matches() && Long.parseLong(number.group(1)) > 0
                ? jobs.find(new JobId(Long.parseLong(number.group(1)))).filter(Careers::isVisible)
                : Optional.empty();
    }

    private boolean isOpen(Job job) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        return job.status() == JobStatus.OPEN && job.post().takesApplicationsOn(today);
    }

    private PostView view(
            Organization organization,
            Job job,
            Form form,
            Map<String, ApplyResult.KeptFile> kept,
            HttpServletRequest request) {
        String markdown = job.draft().description().orElse("");
        String description = Markdown.html(markdown);
        String path = path(organization, job);
        boolean open = isOpen(job);
        boolean indexed = open && job.post().state() == PostState.PUBLISHED;
        return new PostView(
                Careers.site(organization),
                job,
                path,
                open,
                description,
                Markdown.summary(markdown, SUMMARY),
                indexed
                        ? JobPosting.of(
                                job,
                                organization,
                                description,
                                pages.page(request).absolute(path))
                        : "",
                open ? hiring.questions(job.id()) : List.of(),
                Cards.path(organization, job),
                form,
                kept);
    }

    private static String path(Organization organization, Job job) {
        return Careers.jobPath(organization.slug(), job.id().value(), job.title());
    }
}
