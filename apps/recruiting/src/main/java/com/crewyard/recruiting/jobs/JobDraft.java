package com.crewyard.recruiting.jobs;

import com.crewyard.kernel.Violations;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Everything about a job that a person writes. {@link #check} says what does not hold. */
public record JobDraft(
        String title,
        Optional<String> department,
        List<String> locations,
        Optional<String> employmentType,
        Optional<String> remoteOption,
        Salary salary,
        Optional<String> description,
        List<String> requiredSkills,
        List<String> niceToHaveSkills,
        JobStatus status) {

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_WORDING = 120;
    private static final int LONGEST_DESCRIPTION = 50_000;
    private static final int MOST_ENTRIES = 100;
    private static final long HIGHEST_SALARY = 1_000_000_000_000L;
    private static final Set<String> PERIODS = Set.of("hour", "day", "week", "month", "year");

    public JobDraft {
        title = title.strip();
        locations = cleaned(locations);
        requiredSkills = cleaned(requiredSkills);
        niceToHaveSkills = cleaned(niceToHaveSkills);
    }

    public static JobDraft titled(String title) {
        return new JobDraft(
                title,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Salary.UNSTATED,
                Optional.empty(),
                List.of(),
                List.of(),
                JobStatus.OPEN);
    }

    void check(Violations violations) {
        violations.require(!title.isEmpty(), "title", "A job needs a title.");
        violations.require(
                title.length() <= LONGEST_TITLE,
                "title",
                "A title has at most 300 characters; this one has %d.".formatted(title.length()));
        checkWording(violations, "department", department);
        checkWording(violations, "employment_type", employmentType);
        checkWording(violations, "remote_option", remoteOption);
        checkEntries(violations, "location", locations);
        checkEntries(violations, "required_skills", requiredSkills);
        checkEntries(violations, "nice_to_have_skills", niceToHaveSkills);
        violations.require(
                description.map(String::length).orElse(0) <= LONGEST_DESCRIPTION,
                "description",
                "A description has at most 50,000 characters.");
        checkSalary(violations);
    }

    private void checkSalary(Violations violations) {
        checkAmount(violations, "salary_min", salary.minimum());
        checkAmount(violations, "salary_max", salary.maximum());
        if (salary.minimum().isPresent()
                && salary.maximum().isPresent()
                && salary.minimum().get() > salary.maximum().get()) {
            violations.add(
                    "salary_max",
                    "salary_max (%d) is below salary_min (%d)."
                            .formatted(salary.maximum().get(), salary.minimum().get()));
        }
        violations.require(
                salary.currency().matches("[A-Z]{3}"),
                "currency",
                "\"%s\" is not a currency code of three letters like EUR.".formatted(salary.currency()));
        violations.require(
                PERIODS.contains(salary.period()),
                "salary_period",
                "\"%s\" is not one of hour, day, week, month, year.".formatted(salary.period()));
    }

    private static void checkAmount(Violations violations, String field, Optional<Long> amount) {
        violations.require(
                amount.map(value -> value >= 0 && value <= HIGHEST_SALARY).orElse(true),
                field,
                "%s is a whole number from 0 up; %s is not.".formatted(field, amount.orElse(0L)));
    }

    private static void checkWording(Violations violations, String field, Optional<String> text) {
        violations.require(
                text.map(String::length).orElse(0) <= LONGEST_WORDING,
                field,
                "%s has at most 120 characters.".formatted(field));
    }

    private static void checkEntries(Violations violations, String field, List<String> entries) {
        violations.require(entries.size() <= MOST_ENTRIES, field, "%s has at most 100 entries.".formatted(field));
        entries.stream()
                .filter(entry -> entry.length() > LONGEST_WORDING)
                .findFirst()
                .ifPresent(entry -> violations.add(
                        field, "\"%s…\" is longer than 120 characters.".formatted(entry.substring(0, 40))));
    }

    private static List<String> cleaned(List<String> entries) {
        return entries.stream()
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .distinct()
                .toList();
    }
}
