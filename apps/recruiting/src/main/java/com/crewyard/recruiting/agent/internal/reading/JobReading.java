package com.crewyard.recruiting.agent.internal.reading;

import com.crewyard.recruiting.jobs.EmploymentType;
import com.crewyard.recruiting.jobs.JobDraft;
import com.crewyard.recruiting.jobs.JobStatus;
import com.crewyard.recruiting.jobs.RemoteOption;
import com.crewyard.recruiting.jobs.Salary;
import java.util.List;
import java.util.Optional;

/** What a text says about a job; what it does not say is empty. */
public record JobReading(
        Optional<Sourced<String>> title,
        Optional<Sourced<String>> department,
        List<Sourced<String>> locations,
        Optional<Sourced<RemoteOption>> remote,
        Optional<Sourced<EmploymentType>> employmentType,
        Optional<Sourced<Salary>> salary,
        List<Sourced<String>> requiredSkills,
        List<Sourced<String>> niceToHaveSkills,
        String description) {

    public JobReading {
        locations = List.copyOf(locations);
        requiredSkills = List.copyOf(requiredSkills);
        niceToHaveSkills = List.copyOf(niceToHaveSkills);
    }

    /** @throws java.util.NoSuchElementException when the text has no title */
    public JobDraft draft() {
        return new JobDraft(
                title.orElseThrow().value(),
                department.map(Sourced::value),
                values(locations),
                employmentType.map(type -> type.value().code()),
                remote.map(option -> option.value().code()),
                salary.map(Sourced::value).orElse(Salary.UNSTATED),
                description.isBlank() ? Optional.empty() : Optional.of(description),
                values(requiredSkills),
                values(niceToHaveSkills),
                JobStatus.OPEN);
    }

    private static List<String> values(List<Sourced<String>> sourced) {
        return sourced.stream().map(Sourced::value).toList();
    }
}
