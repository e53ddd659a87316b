package com.crewyard.recruiting.parsing.evaluation;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** The truth about a resume: from a JSON Resume document or from the YAML that RenderCV made it from. */
public record Truth(
        Optional<String> name,
        Optional<String> email,
        Optional<String> phone,
        List<String> links,
        List<Position> work,
        List<Study> education,
        List<String> skills,
        List<String> languages) {

    /** Dates as {@code 2019-03} or {@code 2019}; an empty end means that it lasts. */
    public record Position(String employer, String title, String start, String end) {}

    /** A course of study; the end as in {@link Position}. */
    public record Study(String institution, String degree, String field, String end) {}

    /**
     * Reads a file of either kind. JSON is YAML (YAML 1.2, section 1.3), so one reader does for both.
     *
     * @throws UnreadableTruthException as {@code FILE:LINE: problem}
     */
    static Truth read(Path file) throws IOException {
        try {
            return read(Files.readString(file));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new UnreadableTruthException("%s:%d: %s".formatted(file, line, e.getProblem()), e);
        } catch (CharacterCodingException e) {
            throw new UnreadableTruthException("%s: this is not UTF-8".formatted(file), e);
        }
    }

    public static Truth read(String document) {
        Map<?, ?> root = map(new Yaml().load(document));
        return root.containsKey("cv") ? renderCv(map(root.get("cv"))) : jsonResume(root);
    }

    private static Truth jsonResume(Map<?, ?> root) {
        Map<?, ?> basics = map(root.get("basics"));
        List<String> links = new ArrayList<>();
        text(basics, "url").ifPresent(links::add);
        for (Map<?, ?> profile : list(basics.get("profiles"))) {
            text(profile, "url").ifPresent(links::add);
        }
        return new Truth(
                text(basics, "name"),
                text(basics, "email"),
                text(basics, "phone"),
                links,
                list(root.get("work")).stream()
                        .map(work -> new Position(
                                text(work, "name").orElse(""),
                                text(work, "position").orElse(""),
                                date(work, "startDate"),
                                date(work, "endDate")))
                        .toList(),
                list(root.get("education")).stream()
                        .map(study -> new Study(
                                text(study, "institution").orElse(""),
                                text(study, "studyType").orElse(""),
                                text(study, "area").orElse(""),
                                date(study, "endDate")))
                        .toList(),
                list(root.get("skills")).stream().flatMap(Truth::keywords).toList(),
                list(root.get("languages")).stream()
                        .flatMap(language -> text(language, "language").stream())
                        .toList());
    }

    private static Stream<String> keywords(Map<?, ?> group) {
        return group.get("keywords") instanceof List<?> keywords && !keywords.isEmpty()
                ? keywords.stream().map(String::valueOf)
                : text(group, "name").stream();
    }

    private static Truth renderCv(Map<?, ?> cv) {
        Map<?, ?> sections = map(cv.get("sections"));
        List<String> links = new ArrayList<>(text(cv, "website").stream().toList());
        for (Map<?, ?> network : list(cv.get("social_networks"))) {
            String site = text(network, "network").orElse("").equals("LinkedIn") ? "linkedin.com/in/" : "github.com/";
            links.add("https://" + site + text(network, "username").orElse(""));
        }
        return new Truth(
                text(cv, "name"),
                text(cv, "email"),
                text(cv, "phone"),
                links,
                list(sections.get("experience")).stream()
                        .map(work -> new Position(
                                text(work, "company").orElse(""),
                                text(work, "position").orElse(""),
                                date(work, "start_date"),
                                date(work, "end_date")))
                        .toList(),
                list(sections.get("education")).stream()
                        .map(study -> new Study(
                                text(study, "institution").orElse(""),
                                text(study, "degree").orElse(""),
                                text(study, "area").orElse(""),
                                date(study, "end_date")))
                        .toList(),
                list(sections.get("skills")).stream()
                        .flatMap(group ->
                                Stream.of(text(group, "details").orElse("").split(",\\s*")))
                        .toList(),
                List.of());
    }

    private static String date(Map<?, ?> node, String key) {
        Object value = node.get(key);
        if (value instanceof Date date) {
            return new java.sql.Date(date.getTime()).toLocalDate().toString().substring(0, 7);
        }
        String text = value instanceof LocalDate day ? day.toString() : Objects.toString(value, "");
        return text.equals("present") ? "" : text.length() > 7 ? text.substring(0, 7) : text;
    }

    private static Map<?, ?> map(@Nullable Object node) {
        return node instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<Map<?, ?>> list(@Nullable Object node) {
        List<Map<?, ?>> maps = new ArrayList<>();
        if (node instanceof List<?> list) {
            list.forEach(item -> maps.add(map(item)));
        }
        return maps;
    }

    private static Optional<String> text(Map<?, ?> node, String key) {
        return Optional.ofNullable(node.get(key)).map(String::valueOf).filter(text -> !text.isBlank());
    }
}
