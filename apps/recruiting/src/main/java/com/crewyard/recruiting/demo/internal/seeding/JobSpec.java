package com.crewyard.recruiting.demo.internal.seeding;

import com.crewyard.recruiting.demo.internal.resumes.Texts;
import com.crewyard.recruiting.jobs.JobDraft;
import com.crewyard.recruiting.jobs.JobStatus;
import com.crewyard.recruiting.jobs.PostState;
import com.crewyard.recruiting.jobs.Question;
import com.crewyard.recruiting.jobs.QuestionKind;
import com.crewyard.recruiting.jobs.Salary;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One of the demonstration's jobs, from its file: facts, questions, and a description in Markdown. */
record JobSpec(String key, Map<String, String> facts, List<Question> questions, String description) {

    private static final List<String> KEYS = List.of(
            "accountant",
            "nursing",
            "software",
            "warehouse",
            "electrician",
            "mechanical",
            "chef",
            "hotel",
            "teaching",
            "sales",
            "people",
            "logistics");
    private static final String DESCRIPTION = "[description]\n";

    /** The oldest first. */
    static List<JobSpec> all() {
        return KEYS.stream().map(JobSpec::load).toList();
    }

    private static JobSpec load(String key) {
        String[] parts = Texts.whole("jobs/%s.txt".formatted(key)).split(java.util.regex.Pattern.quote(DESCRIPTION), 2);
        String[] head = parts[0].split("\\[questions]\n", 2);
        Map<String, String> facts = head[0].lines()
                .filter(line -> line.contains(" = "))
                .map(line -> line.split(" = ", 2))
                .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
        List<Question> questions = head[1].lines()
                .filter(line -> !line.isBlank())
                .map(JobSpec::question)
                .toList();
        return new JobSpec(key, facts, questions, parts[1].strip());
    }

    /** {@code single_select ! Label | option | option}; an exclamation mark requires an answer. */
    private static Question question(String line) {
        String[] words = line.split(" ", 3);
        List<String> cells =
                Arrays.stream(words[2].split("\\|")).map(String::strip).toList();
        return new Question(
                0,
                QuestionKind.ofCode(words[0]),
                cells.getFirst(),
                "",
                words[1].equals("!"),
                cells.subList(1, cells.size()));
    }

    String fact(String name) {
        String value = facts.get(name);
        if (value == null) {
            throw new IllegalArgumentException("Job %s has no %s".formatted(key, name));
        }
        return value;
    }

    int number(String name) {
        return facts.containsKey(name) ? Integer.parseInt(fact(name)) : 0;
    }

    String title() {
        return fact("title");
    }

    /** What becomes of its post in the end. */
    PostState post() {
        return PostState.ofCode(fact("post"));
    }

    List<String> trades() {
        return List.of(fact("trades").split(" "));
    }

    JobDraft draft() {
        String[] salary = fact("salary").split(" ");
        return new JobDraft(
                title(),
                Optional.of(fact("department")),
                list("locations"),
                Optional.of(fact("type")),
                Optional.of(fact("remote")),
                new Salary(
                        Optional.of(Long.valueOf(salary[0])),
                        Optional.of(Long.valueOf(salary[1])),
                        salary[2],
                        salary[3]),
                Optional.of(description),
                list("required"),
                list("nice"),
                post() == PostState.DRAFT ? JobStatus.DRAFT : JobStatus.OPEN);
    }

    private List<String> list(String name) {
        return Arrays.stream(fact(name).split("\\|")).map(String::strip).toList();
    }
}
