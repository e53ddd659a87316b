package com.crewyard.recruiting.agent;

import com.crewyard.recruiting.candidates.Candidate;
import com.crewyard.recruiting.jobs.Job;
import com.crewyard.recruiting.jobs.Salary;
import java.util.ArrayList;
import java.util.List;

/** A few words on a job or a person, only of what is known. */
final class Summaries {

    private static final int MOST_SKILLS = 8;

    private Summaries() {}

    static String of(Job job) {
        List<String> parts = new ArrayList<>();
        parts.add(job.title());
        job.location().ifPresent(parts::add);
        job.remoteOption().ifPresent(option -> parts.add(option.label()));
        job.employmentType().ifPresent(type -> parts.add(type.label()));
        Salary salary = job.draft().salary();
        if (salary.isStated()) {
            parts.add("%s to %s %s a %s"
                    .formatted(
                            salary.minimum().map(String::valueOf).orElse("up"),
                            salary.maximum().map(String::valueOf).orElse("open"),
                            salary.currency(),
                            salary.period()));
        }
        String text = String.join(", ", parts) + ".";
        return job.draft().requiredSkills().isEmpty()
                ? text
                : text + " Required: " + String.join(", ", job.draft().requiredSkills()) + ".";
    }

    static String of(Candidate candidate) {
        List<String> parts = new ArrayList<>();
        parts.add(candidate.fullName());
        candidate
                .currentTitle()
                .ifPresent(title -> parts.add(candidate
                        .currentCompany()
                        .map(company -> title + " at " + company)
                        .orElse(title)));
        candidate.location().ifPresent(parts::add);
        candidate
                .experienceYears()
                .ifPresent(years -> parts.add(years == 1 ? "1 year of experience" : years + " years of experience"));
        String text = String.join(", ", parts) + ".";
        return candidate.skills().isEmpty()
                ? text
                : text + " Skills: "
                        + String.join(
                                ", ",
                                candidate.skills().stream().limit(MOST_SKILLS).toList()) + ".";
    }
}
