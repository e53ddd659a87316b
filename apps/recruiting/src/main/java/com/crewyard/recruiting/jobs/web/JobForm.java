package com.crewyard.recruiting.jobs.web;

import com.crewyard.kernel.Violations;
import com.crewyard.recruiting.jobs.EmploymentType;
import com.crewyard.recruiting.jobs.Job;
import com.crewyard.recruiting.jobs.JobDraft;
import com.crewyard.recruiting.jobs.JobStatus;
import com.crewyard.recruiting.jobs.RemoteOption;
import com.crewyard.recruiting.jobs.Salary;
import com.crewyard.web.Choice;
import com.crewyard.web.Form;
import com.crewyard.web.Page;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A job between its draft and its form. */
final class JobForm {

    private JobForm() {}

    static Form blank() {
        return Form.blank()
                .with("currency", Salary.UNSTATED.currency())
                .with("salary_period", Salary.UNSTATED.period())
                .with("openings", "1")
                .with("published", "true");
    }

    static Form of(Job job, int openings) {
        JobDraft draft = job.draft();
        Salary salary = draft.salary();
        return Form.blank()
                .with("title", draft.title())
                .with("department", draft.department().orElse(""))
                .with("location", String.join("\n", draft.locations()))
                .with(
                        "employment_type",
                        code(draft.employmentType(), job.employmentType().map(EmploymentType::code)))
                .with(
                        "remote_option",
                        code(draft.remoteOption(), job.remoteOption().map(RemoteOption::code)))
                .with("salary_min", salary.minimum().map(String::valueOf).orElse(""))
                .with("salary_max", salary.maximum().map(String::valueOf).orElse(""))
                .with("currency", salary.currency())
                .with("salary_period", salary.period())
                .with("description", draft.description().orElse(""))
                .with("required_skills", String.join(", ", draft.requiredSkills()))
                .with("nice_to_have_skills", String.join(", ", draft.niceToHaveSkills()))
                .with("openings", Integer.toString(openings))
                .with(
                        "valid_through",
                        job.post().validThrough().map(LocalDate::toString).orElse(""))
                .with("version", Integer.toString(job.version()));
    }

    /** The draft that the form describes; what cannot be read is noted. */
    static JobDraft draft(Form form, JobStatus status, Violations violations) {
        return new JobDraft(
                form.value("title"),
                stated(form, "department"),
                lines(form.value("location")),
                stated(form, "employment_type"),
                stated(form, "remote_option"),
                new Salary(
                        amount(form, "salary_min", violations),
                        amount(form, "salary_max", violations),
                        form.value("currency").strip().toUpperCase(Locale.ROOT),
                        form.value("salary_period")),
                stated(form, "description"),
                entries(form.value("required_skills")),
                entries(form.value("nice_to_have_skills")),
                status);
    }

    static int openings(Form form, Violations violations) {
        try {
            return Integer.parseInt(form.value("openings").strip());
        } catch (NumberFormatException _) {
            violations.add("openings", "\"%s\" is not a whole number.".formatted(form.value("openings")));
            return 1;
        }
    }

    static Optional<LocalDate> lastDay(Form form, Violations violations) {
        try {
            return stated(form, "valid_through").map(LocalDate::parse);
        } catch (DateTimeParseException _) {
            violations.add("valid_through", "\"%s\" is not a day.".formatted(form.value("valid_through")));
            return Optional.empty();
        }
    }

    /** The kinds we know, and before them what a client of the API wrote that is none of these. */
    static List<Choice> employmentTypes(Form form, Page page) {
        return withWritten(
                form.value("employment_type"),
                Arrays.stream(EmploymentType.values())
                        .map(type -> Choice.of(type.code(), page.text("type." + type.code())))
                        .toList());
    }

    static List<Choice> remoteOptions(Form form, Page page) {
        return withWritten(
                form.value("remote_option"),
                Arrays.stream(RemoteOption.values())
                        .map(option -> Choice.of(option.code(), page.text("remote." + option.code())))
                        .toList());
    }

    private static List<Choice> withWritten(String written, List<Choice> known) {
        if (written.isEmpty()
                || known.stream().anyMatch(choice -> choice.value().equals(written))) {
            return known;
        }
        List<Choice> all = new ArrayList<>(List.of(Choice.of(written, written)));
        all.addAll(known);
        return List.copyOf(all);
    }

    private static String code(Optional<String> written, Optional<String> known) {
        return known.or(() -> written).orElse("");
    }

    private static Optional<String> stated(Form form, String field) {
        return Optional.of(form.value(field).strip()).filter(text -> !text.isEmpty());
    }

    private static Optional<Long> amount(Form form, String field, Violations violations) {
        String digits = form.value(field).replaceAll("[\\s.,'’]", "");
        if (digits.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.valueOf(digits));
        } catch (NumberFormatException _) {
            violations.add(field, "\"%s\" is not a whole amount.".formatted(form.value(field)));
            return Optional.empty();
        }
    }

    private static List<String> lines(String text) {
        return text.lines().flatMap(line -> Arrays.stream(line.split(";"))).toList();
    }

    private static List<String> entries(String text) {
        return text.lines().flatMap(line -> Arrays.stream(line.split(","))).toList();
    }
}
