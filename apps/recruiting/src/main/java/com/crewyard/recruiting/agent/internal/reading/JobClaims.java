package com.crewyard.recruiting.agent.internal.reading;

import com.crewyard.recruiting.jobs.Salary;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a model claims that a text says about a job: words of the text only, empty where it claims nothing. The words that
 * state pay, remote work and employment are read by our own readers, so a model can point at a number but not make one up.
 */
public record JobClaims(
        String title,
        String department,
        List<String> locations,
        String remoteWords,
        String employmentWords,
        String salaryWords,
        List<String> requiredSkills,
        List<String> niceToHaveSkills) {

    public JobClaims {
        locations = List.copyOf(locations);
        requiredSkills = List.copyOf(requiredSkills);
        niceToHaveSkills = List.copyOf(niceToHaveSkills);
    }

    /** The claims that the text bears out, and our own reading for the others. */
    public JobReading heldAgainst(String written, JobReading own) {
        Grounding grounding = new Grounding(JobReader.plain(written));
        List<Sourced<String>> places = orElse(grounding.findAll(locations), own.locations());
        Set<String> taken = new HashSet<>();
        places.forEach(place -> taken.add(folded(place)));
        List<Sourced<String>> required = orElse(others(grounding.findAll(requiredSkills), taken), own.requiredSkills());
        required.forEach(skill -> taken.add(folded(skill)));
        List<Sourced<String>> nice = others(orElse(grounding.findAll(niceToHaveSkills), own.niceToHaveSkills()), taken);
        return new JobReading(
                grounding
                        .find(title)
                        .map(found -> new Sourced<>(Wording.titleCase(found.value()), found.start(), found.end()))
                        .or(own::title),
                grounding.find(department).or(own::department),
                places,
                pointedAt(grounding.find(remoteWords), own.remote(), RemoteReader::read),
                pointedAt(grounding.find(employmentWords), own.employmentType(), EmploymentReader::read),
                salary(grounding, places, own),
                required,
                nice,
                own.description());
    }

    private Optional<Sourced<Salary>> salary(Grounding grounding, List<Sourced<String>> places, JobReading own) {
        return pointedAt(
                grounding.find(salaryWords),
                own.salary(),
                words -> SalaryReader.read(words, LocationReader.country(places)));
    }

    /** Our own reading saw more than the words pointed at, so it stands unless they are elsewhere. */
    private static <T> Optional<Sourced<T>> pointedAt(
            Optional<Sourced<String>> words, Optional<Sourced<T>> own, Function<String, Optional<Sourced<T>>> reader) {
        boolean isElsewhere = words.isPresent()
                && own.map(known -> known.end() <= words.get().start()
                                || words.get().end() <= known.start())
                        .orElse(true);
        return isElsewhere
                ? words.flatMap(found -> reader.apply(found.value())
                                .map(read -> new Sourced<>(read.value(), found.start(), found.end())))
                        .or(() -> own)
                : own;
    }

    private static List<Sourced<String>> others(List<Sourced<String>> claimed, Set<String> taken) {
        return claimed.stream().filter(each -> !taken.contains(folded(each))).toList();
    }

    private static List<Sourced<String>> orElse(List<Sourced<String>> found, List<Sourced<String>> own) {
        return found.isEmpty() ? own : found;
    }

    private static String folded(Sourced<String> words) {
        return words.value().toLowerCase(Locale.ROOT);
    }
}
