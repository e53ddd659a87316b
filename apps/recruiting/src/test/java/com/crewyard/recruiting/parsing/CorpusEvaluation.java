package com.crewyard.recruiting.parsing;

import com.crewyard.recruiting.parsing.ParseOutcome.Parsed;
import com.crewyard.recruiting.parsing.ResumeProfile.Education;
import com.crewyard.recruiting.parsing.ResumeProfile.Work;
import com.crewyard.recruiting.parsing.internal.profile.PhoneReader;
import com.crewyard.recruiting.parsing.internal.vocabulary.LanguageNames;
import com.crewyard.recruiting.parsing.internal.vocabulary.Words;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Measures parsing against known truth, by group (format or theme). A directory holds resumes, each beside its truth of
 * the same name ending in .json (JSON Resume) or .yaml (RenderCV). Run: {@code CorpusEvaluation DIR}.
 */
final class CorpusEvaluation {

    private static final List<String> FIELDS =
            List.of("name", "email", "phone", "links", "work", "work-loose", "education", "skills", "languages");

    /**
     * @param group under which its figures are summed
     */
    record Case(String name, String group, byte[] file, Expected expected) {}

    private final ResumeParser parser;
    private final YearMonth reference;
    private final Taxonomy taxonomy;
    private final Map<String, Map<String, Tally>> tallies = new TreeMap<>();
    private final List<String> misses = new ArrayList<>();
    private final Map<String, List<Long>> nanos = new TreeMap<>();

    CorpusEvaluation(ResumeParser parser, YearMonth reference, Taxonomy taxonomy) {
        this.parser = parser;
        this.reference = reference;
        this.taxonomy = taxonomy;
    }

    /** Two names of one skill of the taxonomy are the same skill. */
    private String skillKey(String label) {
        return taxonomy.skill(label).map(skill -> skill.id().value()).orElseGet(() -> Words.fold(label));
    }

    static void main(String[] arguments) throws IOException {
        Taxonomy taxonomy = Taxonomy.load();
        try (ResumeParser parser = new ResumeParser(ParsingSettings.DEFAULTS, Clock.systemUTC(), taxonomy)) {
            CorpusEvaluation evaluation = new CorpusEvaluation(parser, YearMonth.now(Clock.systemUTC()), taxonomy);
            cases(Path.of(arguments[0])).forEach(evaluation::add);
            evaluation.print(System.out);
        }
    }

    static List<Case> cases(Path directory) throws IOException {
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                String stem = name.replaceFirst("\\.[^.]+$", "");
                Optional<Path> truth = Stream.of(".json", ".yaml", ".yml")
                        .map(extension -> file.resolveSibling(stem + extension))
                        .filter(path -> Files.exists(path) && !path.equals(file))
                        .findFirst();
                if (truth.isPresent() && !name.endsWith(".yaml") && !name.endsWith(".json")) {
                    String extension = name.substring(name.lastIndexOf('.') + 1);
                    cases.add(new Case(
                            name, extension, Files.readAllBytes(file), Expected.read(Files.readString(truth.get()))));
                }
            }
        }
        return cases;
    }

    void add(Case one) {
        long started = System.nanoTime();
        ParseOutcome outcome = parser.parse(one.file(), reference);
        nanos.computeIfAbsent(one.group(), group -> new ArrayList<>()).add(System.nanoTime() - started);
        ResumeProfile profile = outcome instanceof Parsed parsed ? parsed.profile() : ResumeProfile.EMPTY;
        if (profile.equals(ResumeProfile.EMPTY)) {
            misses.add("%s: %s".formatted(one.name(), outcome));
        }
        Expected expected = one.expected();
        tally(one, "name", expected.name().map(Words::fold).stream().toList(), values(profile.name()));
        tally(one, "email", folded(expected.email().stream().toList()), first(profile.emails()));
        tally(one, "phone", phones(expected.phone()), first(profile.phones()));
        tally(
                one,
                "links",
                urls(expected.links()),
                profile.links().stream()
                        .map(link -> link.value().url())
                        .map(CorpusEvaluation::url)
                        .filter(url -> expected.links().stream()
                                .map(CorpusEvaluation::url)
                                .anyMatch(url::equals))
                        .toList());
        tally(
                one,
                "work",
                expected.work().stream().map(CorpusEvaluation::key).toList(),
                profile.work().stream().map(CorpusEvaluation::key).toList());
        tally(
                one,
                "work-loose",
                expected.work().stream()
                        .map(w -> loose(w.title(), w.employer()))
                        .toList(),
                profile.work().stream()
                        .map(w -> loose(text(w.title()), text(w.employer())))
                        .toList());
        tally(
                one,
                "education",
                expected.education().stream().map(CorpusEvaluation::key).toList(),
                profile.education().stream().map(CorpusEvaluation::key).toList());
        tally(
                one,
                "skills",
                expected.skills().stream().map(this::skillKey).distinct().toList(),
                profile.skills().stream()
                        .filter(skill -> skill.value().listed())
                        .map(skill -> skillKey(skill.value().label()))
                        .distinct()
                        .toList());
        tally(
                one,
                "languages",
                expected.languages().stream()
                        .map(language -> LanguageNames.code(Words.fold(language)))
                        .toList(),
                profile.languages().stream()
                        .map(language -> language.value().code())
                        .toList());
    }

    private void tally(Case one, String field, List<String> expected, List<String> actual) {
        for (String group : List.of(one.group(), "all")) {
            List<String> missed = tallies.computeIfAbsent(group, g -> new TreeMap<>())
                    .computeIfAbsent(field, f -> new Tally())
                    .add(expected, actual);
            if (!group.equals("all") && !missed.isEmpty() && !field.equals("work-loose")) {
                List<String> invented = new ArrayList<>(actual);
                expected.forEach(invented::remove);
                misses.add("%s %s: missed %s, instead %s".formatted(one.name(), field, missed, invented));
            }
        }
    }

    private static List<String> folded(List<String> values) {
        return values.stream().map(Words::fold).toList();
    }

    private static List<String> values(Optional<Found<String>> value) {
        return value.map(found -> Words.fold(found.value())).stream().toList();
    }

    private static List<String> first(List<Found<String>> values) {
        return values.stream().limit(1).map(found -> Words.fold(found.value())).toList();
    }

    private static List<String> phones(Optional<String> phone) {
        return phone.map(raw -> PhoneReader.normalised(raw, Optional.empty())).stream()
                .toList();
    }

    private static List<String> urls(List<String> urls) {
        return urls.stream().map(CorpusEvaluation::url).toList();
    }

    private static String url(String url) {
        return Words.fold(url).replaceFirst("^https?://(?:www\\.)?", "").replaceFirst("/$", "");
    }

    private static String key(Expected.Position work) {
        return loose(work.title(), work.employer()) + " / " + work.start() + " / " + work.end();
    }

    private static String key(Work work) {
        return loose(text(work.title()), text(work.employer())) + " / " + date(work.start()) + " / " + date(work.end());
    }

    private static String key(Expected.Study study) {
        return Words.fold(study.institution() + " / " + study.degree() + " / " + study.field()) + " / " + study.end();
    }

    private static String key(Education study) {
        return Words.fold(text(study.institution()) + " / " + text(study.degree()) + " / " + text(study.field()))
                + " / " + date(study.end());
    }

    private static String loose(String title, String employer) {
        return Words.fold(title + " / " + employer);
    }

    private static String text(Optional<Found<String>> value) {
        return value.map(Found::value).orElse("");
    }

    private static String date(Optional<Found<PartialDate>> date) {
        return date.map(found -> found.value().toString()).orElse("");
    }

    double f1(String group, String field) {
        Map<String, Tally> fields = tallies.getOrDefault(group, Map.of());
        Tally tally = fields.get(field);
        return tally == null ? 0 : tally.f1();
    }

    List<String> misses() {
        return misses;
    }

    void print(PrintStream out) {
        out.printf("%-14s", "F1");
        FIELDS.forEach(field -> out.printf("%12s", field));
        out.printf("%12s%n", "median ms");
        tallies.forEach((group, fields) -> {
            out.printf("%-14s", group);
            FIELDS.forEach(field -> out.printf("%12.3f", f1(group, field)));
            List<Long> times =
                    nanos.getOrDefault(group, List.of()).stream().sorted().toList();
            out.printf("%12s%n", times.isEmpty() ? "" : times.get(times.size() / 2) / 1_000_000);
        });
    }
}
