package com.crewyard.recruiting.jobs.api;

import com.crewyard.kernel.UserId;
import com.crewyard.kernel.Violations;
import com.crewyard.recruiting.jobs.Job;
import com.crewyard.recruiting.jobs.JobDraft;
import com.crewyard.recruiting.jobs.JobStatus;
import com.crewyard.recruiting.jobs.PostState;
import com.crewyard.recruiting.jobs.Salary;
import com.crewyard.recruiting.platform.web.PatchBody;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A job on the wire. */
public record JobBody(
        long id,
        long orgId,
        @Nullable Long createdByUserId,
        String title,
        @Nullable String department,
        @Nullable String location,
        List<String> locations,
        @Nullable String employmentType,
        @Nullable String remoteOption,
        @Nullable Long salaryMin,
        @Nullable Long salaryMax,
        String currency,
        String salaryPeriod,
        @Nullable String description,
        List<String> requiredSkills,
        List<String> niceToHaveSkills,
        String status,
        boolean isPublic,
        String postState,
        @Nullable Instant publishedAt,
        @Nullable LocalDate validThrough,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    public static JobBody of(Job job) {
        JobDraft draft = job.draft();
        return new JobBody(
                job.id().value(),
                job.organization().value(),
                job.createdBy().map(UserId::value).orElse(null),
                draft.title(),
                draft.department().orElse(null),
                job.location().orElse(null),
                draft.locations(),
                draft.employmentType().orElse(null),
                draft.remoteOption().orElse(null),
                draft.salary().minimum().orElse(null),
                draft.salary().maximum().orElse(null),
                draft.salary().currency(),
                draft.salary().period(),
                draft.description().orElse(null),
                draft.requiredSkills(),
                draft.niceToHaveSkills(),
                draft.status().code(),
                job.post().state() == PostState.PUBLISHED,
                job.post().state().code(),
                job.post().publishedAt().orElse(null),
                job.post().validThrough().orElse(null),
                job.version(),
                job.createdAt(),
                job.updatedAt());
    }

    /** Lays what a client sent over a draft. */
    static JobDraft over(JobDraft draft, PatchBody sent, Violations violations) {
        return new JobDraft(
                sent.text("title", draft.title()),
                sent.optionalText("department", draft.department()),
                locations(draft, sent),
                sent.optionalText("employment_type", draft.employmentType()),
                sent.optionalText("remote_option", draft.remoteOption()),
                new Salary(
                        sent.optionalInteger("salary_min", draft.salary().minimum()),
                        sent.optionalInteger("salary_max", draft.salary().maximum()),
                        sent.optionalText("currency", Optional.of(draft.salary().currency()))
                                .orElse(Salary.UNSTATED.currency())
                                .toUpperCase(Locale.ROOT),
                        sent.optionalText(
                                        "salary_period",
                                        Optional.of(draft.salary().period()))
                                .orElse(Salary.UNSTATED.period())),
                sent.optionalText("description", draft.description()),
                sent.texts("required_skills", draft.requiredSkills()),
                sent.texts("nice_to_have_skills", draft.niceToHaveSkills()),
                status(draft, sent, violations));
    }

    private static List<String> locations(JobDraft draft, PatchBody sent) {
        if (sent.has("locations")) {
            return sent.texts("locations", draft.locations());
        }
        return sent.has("location")
                ? sent.optionalText("location", Optional.empty())
                        .map(text -> List.of(text.split("\\s*;\\s*")))
                        .orElse(List.of())
                : draft.locations();
    }

    private static JobStatus status(JobDraft draft, PatchBody sent, Violations violations) {
        String code =
                sent.optionalText("status", Optional.of(draft.status().code())).orElse(JobStatus.OPEN.code());
        return JobStatus.ofCode(code).orElseGet(() -> {
            violations.add("status", "\"%s\" is not one of %s.".formatted(code, JobStatus.codes()));
            return draft.status();
        });
    }
}
