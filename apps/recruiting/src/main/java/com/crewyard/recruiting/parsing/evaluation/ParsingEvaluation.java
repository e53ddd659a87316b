package com.crewyard.recruiting.parsing.evaluation;

import com.crewyard.recruiting.parsing.Found;
import com.crewyard.recruiting.parsing.ParseOutcome;
import com.crewyard.recruiting.parsing.ParseOutcome.Parsed;
import com.crewyard.recruiting.parsing.ParsingSettings;
import com.crewyard.recruiting.parsing.PartialDate;
import com.crewyard.recruiting.parsing.ResumeParser;
import com.crewyard.recruiting.parsing.ResumeProfile;
import com.crewyard.recruiting.parsing.ResumeProfile.Education;
import com.crewyard.recruiting.parsing.ResumeProfile.Work;
import com.crewyard.recruiting.parsing.internal.profile.PhoneReader;
import com.crewyard.recruiting.parsing.internal.vocabulary.LanguageNames;
import com.crewyard.recruiting.parsing.internal.vocabulary.Words;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
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
 * Measures parsing against known truth, by group (format), with the parser as the product runs it. A field counts as found when it
 * is the same after folding case and accents; work entries with employer, title and both dates to the month; skills through the
 * taxonomy, in which two names of one skill are the same.
 */
public final class ParsingEvaluation {

    private static final List<String> FIELDS =
            List.of("name", "email", "phone", "links", "work", "work-loose", "education", "skills", "languages");

    /**
     * @param group under which its figures are summed
     */
    public record Case(String name, String group, byte[] file, Truth expected) {}

    private static final List<String> TRUTHS = List.of(".json", ".yaml", ".yml");
    private static final int PROGRESS_EVERY = 25;

    private final ResumeParser parser;
    private final YearMonth reference;
    private final Taxonomy taxonomy;
    private final Map<String, Map<String, Tally>> tallies = new TreeMap<>();
    private final List<String> misses = new ArrayList<>();
    private final Map<String, List<Long>> nanos = new TreeMap<>();

    public ParsingEvaluation(ResumeParser parser, YearMonth reference, Taxonomy taxonomy) {
        this.parser = parser;
        this.reference = reference;
        this.taxonomy = taxonomy;
    }

    /** Two names of one skill of the taxonomy are the same skill. */
    private String skillKey(String label) {
        return taxonomy.skill(label).map(skill -> skill.id().value()).orElseGet(() -> Words.fold(label));
    }

    /**
     * Reads every resume that has its truth beside it.
     *
     * @param progress is told how far it is
     * @throws UnreadableTruthException naming the file
     */
    public static ParsingEvaluation of(Path directory, PrintStream progress) {
        List<Case> cases = cases(directory);
        if (cases.isEmpty()) {
            throw new UnreadableTruthException(
                    "%s: no resume with its truth beside it, as resume.pdf and resume.json (JSON Resume) or resume.yaml (RenderCV)"
                            .formatted(directory));
        }
        Taxonomy taxonomy = Taxonomy.load();
        try (ResumeParser parser = new ResumeParser(ParsingSettings.DEFAULTS, Clock.systemUTC(), taxonomy)) {
            ParsingEvaluation evaluation = new ParsingEvaluation(parser, YearMonth.now(Clock.systemUTC()), taxonomy);
            for (int read = 0; read < cases.size(); read++) {
                evaluation.add(cases.get(read));
                if ((read + 1) % PROGRESS_EVERY == 0) {
                    progress.println("Read %d of %d resumes".formatted(read + 1, cases.size()));
                }
            }
            return evaluation;
        }
    }

    /** Those of a directory, by name; what has no truth beside it is left out. */
    public static List<Case> cases(Path directory) {
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                Optional<Path> truth = truthOf(file, name);
                if (truth.isPresent()) {
                    String extension = name.substring(name.lastIndexOf('.') + 1);
                    cases.add(new Case(name, extension, Files.readAllBytes(file), Truth.read(truth.get())));
                }
            }
            return cases;
        } catch (NotDirectoryException | NoSuchFileException e) {
            throw new UnreadableTruthException("%s: there is no such directory".formatted(directory), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> truthOf(Path file, String name) {
        if (TRUTHS.stream().anyMatch(name::endsWith)) {
            return Optional.empty();
        }
        String stem = name.replaceFirst("\\.[^.]+$", "");
        return TRUTHS.stream()
                .map(extension -> file.resolveSibling(stem + extension))
                .filter(Files::exists)
                .findFirst();
    }

    public void add(Case one) {
        long started = System.nanoTime();
        ParseOutcome outcome = parser.parse(one.file(), reference);
        nanos.computeIfAbsent(one.group(), group -> new ArrayList<>()).add(System.nanoTime() - started);
        ResumeProfile profile = outcome instanceof Parsed parsed ? parsed.profile() : ResumeProfile.EMPTY;
        if (profile.equals(ResumeProfile.EMPTY)) {
            misses.add("%s: %s".formatted(one.name(), outcome));
        }
        Truth expected = one.expected();
        tally(one, "name", expected.name().map(Words::fold).stream().toList(), values(profile.name()));
        tally(one, "email", folded(expected.email().stream().toList()), first(profile.emails()));
        tally(one, "phone", phones(expected.phone()), first(profile.phones()));
        tally(
                one,
                "links",
                urls(expected.links()),
                profile.links().stream()
                        .map(link -> link.value().url())
                        .map(ParsingEvaluation::url)
                        .filter(url -> expected.links().stream()
                                .map(ParsingEvaluation::url)
                                .anyMatch(url::equals))
                        .toList());
        tally(
                one,
                "work",
                expected.work().stream().map(ParsingEvaluation::key).toList(),
                profile.work().stream().map(ParsingEvaluation::key).toList());
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
                expected.education().stream().map(ParsingEvaluation::key).toList(),
                profile.education().stream().map(ParsingEvaluation::key).toList());
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
        return urls.stream().map(ParsingEvaluation::url).toList();
    }

    private static String url(String url) {
        return Words.fold(url).replaceFirst("^https?://(?:www\\.)?", "").replaceFirst("/$", "");
    }

    private static String key(Truth.Position work) {
        return loose(work.title(), work.employer()) + " / " + work.start() + " / " + work.end();
    }

    private static String key(Work work) {
        return loose(text(work.title()), text(work.employer())) + " / " + date(work.start()) + " / " + date(work.end());
    }

    private static String key(Truth.Study study) {
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

    public double f1(String group, String field) {
        Map<String, Tally> fields = tallies.getOrDefault(group, Map.of());
        Tally tally = fields.get(field);
        return tally == null ? 0 : tally.f1();
    }

    public List<String> misses() {
        return misses;
    }

    /** Group → field → precision, recall and F1; the group {@code all} is over everything. */
    public Map<String, Map<String, Map<String, Double>>> figures() {
        Map<String, Map<String, Map<String, Double>>> figures = new TreeMap<>();
        tallies.forEach((group, fields) -> {
            Map<String, Map<String, Double>> one = new TreeMap<>();
            fields.forEach((field, tally) ->
                    one.put(field, Map.of("precision", tally.precision(), "recall", tally.recall(), "f1", tally.f1())));
            figures.put(group, one);
        });
        return figures;
    }

    /** F1 by group and field, and how long a resume took. */
    public String table() {
        StringBuilder table = new StringBuilder("%-14s".formatted("F1"));
        FIELDS.forEach(field -> table.append("%12s".formatted(field)));
        table.append("%12s%n".formatted("median ms"));
        tallies.forEach((group, fields) -> {
            table.append("%-14s".formatted(group));
            FIELDS.forEach(field -> table.append("%12.3f".formatted(f1(group, field))));
            table.append("%12s%n".formatted(median(group)));
        });
        return table.toString();
    }

    private String median(String group) {
        List<Long> times =
                nanos.getOrDefault(group, List.of()).stream().sorted().toList();
        return times.isEmpty() ? "" : Long.toString(times.get(times.size() / 2) / 1_000_000);
    }
}
