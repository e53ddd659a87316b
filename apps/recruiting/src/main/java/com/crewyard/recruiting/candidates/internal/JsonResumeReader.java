package com.crewyard.recruiting.candidates.internal;

import com.crewyard.recruiting.candidates.ProfileField;
import com.crewyard.recruiting.candidates.ProfileValue;
import com.crewyard.recruiting.parsing.Found;
import com.crewyard.recruiting.parsing.PartialDate;
import com.crewyard.recruiting.parsing.ResumeProfile;
import com.crewyard.recruiting.parsing.ResumeText;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Lays a JSON Resume 1.0.0 out as text and reads the profile off it, so that every value has its place in the text. */
public final class JsonResumeReader {

    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-\\d{2})?)?");
    private static final int MONTHS = 12;
    private static final Map<String, ResumeProfile.Level> FLUENCIES = Map.of(
            "native speaker", ResumeProfile.Level.NATIVE,
            "native", ResumeProfile.Level.NATIVE,
            "bilingual", ResumeProfile.Level.NATIVE);
    private static final Map<String, String> LANGUAGE_CODES = Locale.availableLocales()
            .map(Locale::getLanguage)
            .filter(code -> code.length() == 2)
            .distinct()
            .collect(Collectors.toUnmodifiableMap(
                    code -> Locale.of(code).getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT),
                    Function.identity(),
                    (first, _) -> first));

    private final ResumeTextWriter text = new ResumeTextWriter();
    private final YearMonth now;

    private JsonResumeReader(YearMonth now) {
        this.now = now;
    }

    /** A document as text and profile. */
    public record Result(ResumeText text, ResumeProfile profile) {}

    public static Result read(JsonNode resume, YearMonth now) {
        return new JsonResumeReader(now).read(resume);
    }

    private Result read(JsonNode resume) {
        JsonNode basics = resume.path("basics");
        Optional<Found<String>> name = line(string(basics, "name"));
        Optional<Found<String>> headline = line(string(basics, "label"));
        List<Found<String>> emails = line(string(basics, "email")).stream().toList();
        List<Found<String>> phones = line(string(basics, "phone")).stream().toList();
        Optional<Found<String>> location = line(location(basics.path("location")));
        List<Found<ResumeProfile.Link>> links = links(basics);
        Optional<Found<String>> summary = block(string(basics, "summary"));
        List<ResumeProfile.Work> work = elements(resume, "work").map(this::work).toList();
        List<ResumeProfile.Education> education =
                elements(resume, "education").map(this::education).toList();
        text.heading("Skills", resume.path("skills").size() > 0);
        List<Found<ResumeProfile.Skill>> skills = skills(resume);
        text.heading("Languages", resume.path("languages").size() > 0);
        List<Found<ResumeProfile.Language>> languages = elements(resume, "languages")
                .flatMap(node -> language(node).stream())
                .toList();
        text.heading("Certificates", resume.path("certificates").size() > 0);
        List<Found<ResumeProfile.Certification>> certifications = elements(resume, "certificates")
                .flatMap(node -> certification(node).stream())
                .toList();
        ResumeProfile profile = new ResumeProfile(
                name,
                headline,
                emails,
                phones,
                location,
                links,
                summary,
                work,
                education,
                skills,
                languages,
                certifications,
                Optional.empty());
        return new Result(text.toText(), withExperience(profile));
    }

    private ResumeProfile withExperience(ResumeProfile profile) {
        Optional<Integer> months = Experience.months(
                ParsedValues.of(profile, ProfileField.WORK) instanceof ProfileValue.Positions(var positions)
                        ? positions
                        : List.of(),
                now);
        return new ResumeProfile(
                profile.name(),
                profile.headline(),
                profile.emails(),
                profile.phones(),
                profile.location(),
                profile.links(),
                profile.summary(),
                profile.work(),
                profile.education(),
                profile.skills(),
                profile.languages(),
                profile.certifications(),
                months);
    }

    private static Optional<String> location(JsonNode node) {
        String joined = Stream.of("address", "city", "region", "countryCode")
                .flatMap(part -> string(node, part).stream())
                .collect(Collectors.joining(", "));
        return Optional.of(joined).filter(place -> !place.isEmpty());
    }

    private List<Found<ResumeProfile.Link>> links(JsonNode basics) {
        Map<String, ResumeProfile.LinkKind> addresses = new LinkedHashMap<>();
        string(basics, "url").ifPresent(url -> addresses.put(url, ResumeProfile.LinkKind.WEBSITE));
        elements(basics, "profiles")
                .forEach(node -> string(node, "url")
                        .ifPresent(url ->
                                addresses.put(url, kind(string(node, "network").orElse(url)))));
        List<Found<ResumeProfile.Link>> links = new ArrayList<>();
        addresses.forEach((url, kind) ->
                text.line(url, shown -> new ResumeProfile.Link(kind, shown)).ifPresent(links::add));
        return links;
    }

    private static ResumeProfile.LinkKind kind(String network) {
        String lower = network.toLowerCase(Locale.ROOT);
        if (lower.contains("linkedin")) {
            return ResumeProfile.LinkKind.LINKEDIN;
        }
        return lower.contains("github") ? ResumeProfile.LinkKind.GITHUB : ResumeProfile.LinkKind.OTHER;
    }

    private ResumeProfile.Work work(JsonNode node) {
        text.gap();
        Optional<Found<String>> title = line(string(node, "position"));
        Optional<Found<String>> employer = line(string(node, "name").or(() -> string(node, "company")));
        Optional<Found<String>> location = line(string(node, "location"));
        Optional<Found<PartialDate>> start = date(node, "startDate");
        Optional<Found<PartialDate>> end = date(node, "endDate");
        String description = Stream.concat(
                        string(node, "summary").stream(),
                        elements(node, "highlights").filter(JsonNode::isString).map(item -> "• " + item.asString()))
                .collect(Collectors.joining("\n"));
        Optional<Integer> months = start.flatMap(first -> end.map(last -> months(first.value(), last.value())));
        return new ResumeProfile.Work(
                employer,
                title,
                location,
                start,
                end,
                start.isPresent() && end.isEmpty(),
                months.filter(count -> count > 0),
                block(Optional.of(description)));
    }

    private static int months(PartialDate first, PartialDate last) {
        YearMonth start = first.earliest();
        YearMonth end = last.earliest();
        return (end.getYear() - start.getYear()) * MONTHS + end.getMonthValue() - start.getMonthValue() + 1;
    }

    private ResumeProfile.Education education(JsonNode node) {
        text.gap();
        return new ResumeProfile.Education(
                line(string(node, "institution")),
                line(string(node, "studyType")),
                line(string(node, "area")),
                date(node, "startDate"),
                date(node, "endDate"));
    }

    private List<Found<ResumeProfile.Skill>> skills(JsonNode resume) {
        Map<String, String> labels = new LinkedHashMap<>();
        elements(resume, "skills")
                .flatMap(node -> Stream.concat(
                        string(node, "name").stream(),
                        elements(node, "keywords").filter(JsonNode::isString).map(JsonNode::asString)))
                .forEach(label -> labels.putIfAbsent(label.toLowerCase(Locale.ROOT), label));
        return labels.values().stream()
                .flatMap(label ->
                        text.line(label, shown -> new ResumeProfile.Skill(shown, Optional.empty(), true)).stream())
                .toList();
    }

    private Optional<Found<ResumeProfile.Language>> language(JsonNode node) {
        Optional<String> fluency = string(node, "fluency");
        return string(node, "language")
                .flatMap(name -> text.line(
                        fluency.map(level -> "%s (%s)".formatted(name, level)).orElse(name),
                        _ -> new ResumeProfile.Language(
                                LANGUAGE_CODES.getOrDefault(name.toLowerCase(Locale.ROOT), "und"),
                                name,
                                fluency.flatMap(JsonResumeReader::level))));
    }

    private static Optional<ResumeProfile.Level> level(String fluency) {
        String lower = fluency.strip().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(FLUENCIES.get(lower))
                .or(() -> Stream.of(ResumeProfile.Level.values())
                        .filter(level -> level.name().toLowerCase(Locale.ROOT).equals(lower))
                        .findFirst());
    }

    private Optional<Found<ResumeProfile.Certification>> certification(JsonNode node) {
        Optional<PartialDate> date = string(node, "date").flatMap(JsonResumeReader::parse);
        return string(node, "name")
                .flatMap(name -> text.line(name, shown -> new ResumeProfile.Certification(shown, date)));
    }

    private Optional<Found<PartialDate>> date(JsonNode node, String field) {
        return string(node, field)
                .flatMap(JsonResumeReader::parse)
                .flatMap(date -> text.line(date.toString(), _ -> date));
    }

    private static Optional<PartialDate> parse(String date) {
        Matcher matcher = DATE.matcher(date);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(1));
        int month = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        return Optional.of(month < 1 || month > MONTHS ? PartialDate.of(year) : PartialDate.of(year, month));
    }

    private Optional<Found<String>> line(Optional<String> value) {
        return value.flatMap(given -> text.line(given, Function.identity()));
    }

    private Optional<Found<String>> block(Optional<String> value) {
        return value.flatMap(text::block);
    }

    private static Optional<String> string(JsonNode node, String field) {
        return Optional.of(node.path(field))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private static Stream<JsonNode> elements(JsonNode node, String field) {
        return StreamSupport.stream(node.path(field).spliterator(), false);
    }
}
