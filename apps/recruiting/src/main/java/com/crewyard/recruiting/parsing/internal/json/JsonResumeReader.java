package com.crewyard.recruiting.parsing.internal.json;

import com.crewyard.recruiting.parsing.Found;
import com.crewyard.recruiting.parsing.ParseOutcome;
import com.crewyard.recruiting.parsing.PartialDate;
import com.crewyard.recruiting.parsing.ResumeProfile;
import com.crewyard.recruiting.parsing.ResumeProfile.Certification;
import com.crewyard.recruiting.parsing.ResumeProfile.Education;
import com.crewyard.recruiting.parsing.ResumeProfile.Language;
import com.crewyard.recruiting.parsing.ResumeProfile.Link;
import com.crewyard.recruiting.parsing.ResumeProfile.LinkKind;
import com.crewyard.recruiting.parsing.ResumeProfile.Skill;
import com.crewyard.recruiting.parsing.ResumeProfile.Work;
import com.crewyard.recruiting.parsing.internal.profile.ExperienceMonths;
import com.crewyard.recruiting.parsing.internal.profile.PhoneReader;
import com.crewyard.recruiting.parsing.internal.vocabulary.LanguageNames;
import com.crewyard.recruiting.parsing.internal.vocabulary.Words;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON Resume leniently: fields may be missing, empty or null, and older names of fields are understood. */
public final class JsonResumeReader {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final LaidOut out = new LaidOut();
    private final YearMonth reference;

    private JsonResumeReader(YearMonth reference) {
        this.reference = reference;
    }

    public static ParseOutcome read(String json, YearMonth reference) {
        JsonNode root;
        try {
            root = MAPPER.readTree(json);
        } catch (JacksonException e) {
            return new ParseOutcome.Unreadable("This is not JSON: " + e.getOriginalMessage());
        }
        if (!root.isObject() || !(root.has("basics") || root.has("work") || root.has("education"))) {
            return new ParseOutcome.Unreadable(
                    "This JSON has none of basics, work and education: it is no JSON Resume");
        }
        JsonResumeReader reader = new JsonResumeReader(reference);
        ResumeProfile profile = reader.profile(root);
        return profile.equals(ResumeProfile.EMPTY)
                ? new ParseOutcome.Unreadable("This JSON Resume is empty")
                : new ParseOutcome.Parsed(profile, reader.out.text());
    }

    private ResumeProfile profile(JsonNode root) {
        JsonNode basics = root.path("basics");
        Optional<Found<String>> name = text(basics, "name").map(out::value);
        Optional<Found<String>> headline = text(basics, "label").map(out::value);
        List<Found<String>> emails =
                text(basics, "email").map(out::value).stream().toList();
        Optional<String> country = text(basics.path("location"), "countryCode");
        List<Found<String>> phones =
                text(basics, "phone").map(phone -> out.found(phone, PhoneReader.normalised(phone, country))).stream()
                        .toList();
        Optional<Found<String>> location = place(basics.path("location")).map(out::value);
        List<Found<Link>> links = links(basics);
        Optional<Found<String>> summary = text(basics, "summary").map(out::value);
        List<Work> work = section("Work", root.path("work")).map(this::work).toList();
        List<Education> education = section("Education", root.path("education"))
                .map(this::education)
                .toList();
        List<Found<Skill>> skills =
                section("Skills", root.path("skills")).flatMap(this::skills).toList();
        List<Found<Language>> languages = section("Languages", root.path("languages"))
                .flatMap(this::language)
                .toList();
        List<Found<Certification>> certifications = section("Certificates", root.path("certificates"))
                .flatMap(this::certificate)
                .toList();
        return new ResumeProfile(
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
                ExperienceMonths.union(work, reference));
    }

    private Stream<JsonNode> section(String heading, JsonNode entries) {
        if (entries.isEmpty()) {
            return Stream.empty();
        }
        out.heading(heading);
        return StreamSupport.stream(entries.spliterator(), false);
    }

    private static Optional<String> text(JsonNode node, String... names) {
        for (String name : names) {
            JsonNode value = node.path(name);
            if (value.isString() && !value.stringValue().isBlank()) {
                return Optional.of(value.stringValue().strip());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> place(JsonNode location) {
        String joined = Stream.of("city", "region", "countryCode")
                .flatMap(name -> text(location, name).stream())
                .collect(Collectors.joining(", "));
        return joined.isEmpty() ? text(location, "address") : Optional.of(joined);
    }

    private List<Found<Link>> links(JsonNode basics) {
        List<Found<Link>> links = new ArrayList<>();
        text(basics, "url", "website").ifPresent(url -> links.add(out.found(url, new Link(LinkKind.WEBSITE, url))));
        for (JsonNode profile : basics.path("profiles")) {
            LinkKind kind = switch (text(profile, "network").orElse("").toLowerCase(Locale.ROOT)) {
                case "linkedin" -> LinkKind.LINKEDIN;
                case "github" -> LinkKind.GITHUB;
                default -> LinkKind.OTHER;
            };
            text(profile, "url").ifPresent(url -> links.add(out.found(url, new Link(kind, url))));
        }
        return links;
    }

    private Work work(JsonNode entry) {
        Optional<Found<String>> employer = text(entry, "name", "company").map(out::value);
        Optional<Found<String>> title = text(entry, "position").map(out::value);
        Optional<Found<String>> location = text(entry, "location").map(out::value);
        Optional<Found<PartialDate>> start = date(entry, "startDate");
        Optional<Found<PartialDate>> end = date(entry, "endDate");
        boolean current = start.isPresent() && end.isEmpty();
        String description = Stream.concat(
                        text(entry, "summary").stream(),
                        StreamSupport.stream(entry.path("highlights").spliterator(), false)
                                .filter(JsonNode::isString)
                                .map(highlight -> "• " + highlight.stringValue()))
                .collect(Collectors.joining("\n"));
        return new Work(
                employer,
                title,
                location,
                start,
                end,
                current,
                ExperienceMonths.between(start.map(Found::value), end.map(Found::value), current, reference),
                description.isBlank() ? Optional.empty() : Optional.of(out.value(description)));
    }

    private Optional<Found<PartialDate>> date(JsonNode entry, String name) {
        return text(entry, name).flatMap(written -> PartialDate.parse(written).map(date -> out.found(written, date)));
    }

    private Education education(JsonNode entry) {
        return new Education(
                text(entry, "institution").map(out::value),
                text(entry, "studyType").map(out::value),
                text(entry, "area").map(out::value),
                date(entry, "startDate"),
                date(entry, "endDate"));
    }

    /** A group's keywords are the skills; a group without any is one itself. */
    private Stream<Found<Skill>> skills(JsonNode group) {
        List<String> keywords = StreamSupport.stream(group.path("keywords").spliterator(), false)
                .filter(keyword -> keyword.isString() && !keyword.stringValue().isBlank())
                .map(keyword -> keyword.stringValue().strip())
                .toList();
        List<String> labels = keywords.isEmpty() ? text(group, "name").stream().toList() : keywords;
        return labels.stream().map(label -> out.found(label, new Skill(label, Optional.empty(), true)));
    }

    private Stream<Found<Language>> language(JsonNode entry) {
        Optional<String> name = text(entry, "language");
        String fluency = text(entry, "fluency").orElse("");
        return name.filter(n -> !LanguageNames.code(Words.fold(n)).isEmpty()).stream()
                .map(n -> {
                    String code = LanguageNames.code(Words.fold(n));
                    return out.found(
                            (n + " " + fluency).strip(),
                            new Language(code, LanguageNames.english(code), LanguageNames.level(Words.fold(fluency))));
                });
    }

    private Stream<Found<Certification>> certificate(JsonNode entry) {
        return text(entry, "name").stream()
                .map(name -> out.found(
                        (name + " " + text(entry, "date").orElse("")).strip(),
                        new Certification(name, text(entry, "date").flatMap(PartialDate::parse))));
    }
}
