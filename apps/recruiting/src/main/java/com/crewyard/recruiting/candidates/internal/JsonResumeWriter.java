package com.crewyard.recruiting.candidates.internal;

import com.crewyard.recruiting.candidates.Candidate;
import com.crewyard.recruiting.candidates.CandidateProfile;
import com.crewyard.recruiting.candidates.ProfileField;
import com.crewyard.recruiting.candidates.ProfileValue.Position;
import com.crewyard.recruiting.candidates.ProfileValue.Study;
import com.crewyard.recruiting.parsing.PartialDate;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a profile as JSON Resume 1.0.0. What is unknown is left out. */
public final class JsonResumeWriter {

    private static final String SCHEMA =
            "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** How a language or a certificate reads in a profile: {@code German (C1)}. */
    private static final Pattern QUALIFIED = Pattern.compile("(.+) \\(([^()]+)\\)");

    private JsonResumeWriter() {}

    public static ObjectNode write(Candidate candidate, CandidateProfile profile) {
        ObjectNode resume = JSON.createObjectNode();
        resume.put("$schema", SCHEMA);
        writeBasics(resume.putObject("basics"), candidate, profile);
        ArrayNode work = resume.putArray("work");
        profile.work().forEach(position -> write(work.addObject(), position));
        ArrayNode education = resume.putArray("education");
        profile.education().forEach(study -> write(education.addObject(), study));
        ArrayNode skills = resume.putArray("skills");
        profile.skills().forEach(skill -> skills.addObject().put("name", skill));
        writeQualified(resume.putArray("languages"), profile.texts(ProfileField.LANGUAGES), "language", "fluency");
        writeQualified(resume.putArray("certificates"), profile.texts(ProfileField.CERTIFICATIONS), "name", "date");
        resume.putObject("meta").put("version", "v1.0.0");
        return resume;
    }

    private static void writeBasics(ObjectNode basics, Candidate candidate, CandidateProfile profile) {
        basics.put("name", profile.text(ProfileField.NAME).orElse(candidate.fullName()));
        put(basics, "label", profile.text(ProfileField.HEADLINE).or(candidate::headline));
        put(
                basics,
                "email",
                profile.texts(ProfileField.EMAILS).stream().findFirst().or(candidate::email));
        put(
                basics,
                "phone",
                profile.texts(ProfileField.PHONES).stream().findFirst().or(candidate::phone));
        put(basics, "summary", profile.text(ProfileField.SUMMARY));
        profile.text(ProfileField.LOCATION)
                .or(candidate::location)
                .ifPresent(location -> basics.putObject("location").put("address", location));
        List<String> links = profile.texts(ProfileField.LINKS);
        put(
                basics,
                "url",
                links.stream()
                        .filter(link -> network(link).isEmpty())
                        .findFirst()
                        .or(candidate::websiteUrl));
        ArrayNode profiles = basics.putArray("profiles");
        links.forEach(link -> network(link)
                .ifPresent(
                        network -> profiles.addObject().put("network", network).put("url", link)));
    }

    private static void write(ObjectNode node, Position position) {
        put(node, "name", position.employer());
        put(node, "position", position.title());
        put(node, "location", position.location());
        put(node, "startDate", position.start().map(PartialDate::toString));
        put(
                node,
                "endDate",
                position.current() ? Optional.empty() : position.end().map(PartialDate::toString));
        put(node, "summary", position.description());
    }

    private static void write(ObjectNode node, Study study) {
        put(node, "institution", study.institution());
        put(node, "area", study.field());
        put(node, "studyType", study.degree());
        put(node, "startDate", study.start().map(PartialDate::toString));
        put(node, "endDate", study.end().map(PartialDate::toString));
    }

    private static void writeQualified(ArrayNode nodes, List<String> texts, String name, String qualifier) {
        for (String text : texts) {
            Matcher matcher = QUALIFIED.matcher(text);
            ObjectNode node = nodes.addObject();
            if (matcher.matches()) {
                node.put(name, matcher.group(1)).put(qualifier, matcher.group(2));
            } else {
                node.put(name, text);
            }
        }
    }

    private static Optional<String> network(String link) {
        try {
            String host = URI.create(link).getHost();
            String name = host == null ? "" : host.toLowerCase(Locale.ROOT);
            if (name.endsWith("linkedin.com")) {
                return Optional.of("LinkedIn");
            }
            return name.endsWith("github.com") ? Optional.of("GitHub") : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static void put(ObjectNode node, String name, Optional<String> value) {
        value.ifPresent(text -> node.put(name, text));
    }
}
