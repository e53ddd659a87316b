package com.crewyard.recruiting.parsing.internal.json;

import com.crewyard.recruiting.parsing.Found;
import com.crewyard.recruiting.parsing.PartialDate;
import com.crewyard.recruiting.parsing.ResumeProfile;
import com.crewyard.recruiting.parsing.ResumeProfile.Certification;
import com.crewyard.recruiting.parsing.ResumeProfile.Education;
import com.crewyard.recruiting.parsing.ResumeProfile.Language;
import com.crewyard.recruiting.parsing.ResumeProfile.Level;
import com.crewyard.recruiting.parsing.ResumeProfile.Link;
import com.crewyard.recruiting.parsing.ResumeProfile.LinkKind;
import com.crewyard.recruiting.parsing.ResumeProfile.Skill;
import com.crewyard.recruiting.parsing.ResumeProfile.Work;
import com.crewyard.recruiting.parsing.internal.vocabulary.Places;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes JSON Resume 1.0.0. */
public final class JsonResumeWriter {

    private static final String SCHEMA =
            "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonResumeWriter() {}

    public static String write(ResumeProfile profile) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("$schema", SCHEMA);
        basics(root.putObject("basics"), profile);
        ArrayNode work = root.putArray("work");
        profile.work().forEach(entry -> work(work.addObject(), entry));
        ArrayNode education = root.putArray("education");
        profile.education().forEach(entry -> education(education.addObject(), entry));
        ArrayNode skills = root.putArray("skills");
        for (Found<Skill> skill : profile.skills()) {
            skills.addObject().put("name", skill.value().label());
        }
        ArrayNode languages = root.putArray("languages");
        for (Found<Language> language : profile.languages()) {
            ObjectNode node = languages.addObject();
            node.put("language", language.value().name());
            language.value()
                    .level()
                    .ifPresent(level -> node.put("fluency", level == Level.NATIVE ? "Native speaker" : level.name()));
        }
        ArrayNode certificates = root.putArray("certificates");
        for (Found<Certification> certificate : profile.certifications()) {
            ObjectNode node = certificates.addObject();
            node.put("name", certificate.value().name());
            certificate.value().date().ifPresent(date -> node.put("date", date.toString()));
        }
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private static void basics(ObjectNode basics, ResumeProfile profile) {
        put(basics, "name", profile.name());
        put(basics, "label", profile.headline());
        put(basics, "email", profile.emails().stream().findFirst());
        put(basics, "phone", profile.phones().stream().findFirst());
        put(basics, "summary", profile.summary());
        profile.location().ifPresent(place -> location(basics.putObject("location"), place.value()));
        ArrayNode profiles = basics.putArray("profiles");
        boolean website = false;
        for (Found<Link> link : profile.links()) {
            if (link.value().kind() == LinkKind.WEBSITE && !website) {
                basics.put("url", link.value().url());
                website = true;
            } else {
                profileLink(profiles.addObject(), link.value());
            }
        }
    }

    private static void location(ObjectNode node, String place) {
        Optional<String> country = Places.country(place);
        node.put("city", place.split(",")[0].strip());
        country.ifPresent(code -> node.put("countryCode", code));
    }

    private static void profileLink(ObjectNode node, Link link) {
        String host = host(link.url());
        node.put(
                "network",
                switch (link.kind()) {
                    case LINKEDIN -> "LinkedIn";
                    case GITHUB -> "GitHub";
                    case WEBSITE, OTHER -> host;
                });
        String path = link.url().replaceFirst("/+$", "");
        String handle = path.substring(path.lastIndexOf('/') + 1);
        if (!handle.equals(host)) {
            node.put("username", handle);
        }
        node.put("url", link.url());
    }

    private static String host(String url) {
        try {
            String host = URI.create(url).getHost();
            return host == null ? "website" : host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
        } catch (IllegalArgumentException e) {
            return "website";
        }
    }

    private static void work(ObjectNode node, Work work) {
        put(node, "name", work.employer());
        put(node, "position", work.title());
        put(node, "location", work.location());
        date(node, "startDate", work.start());
        date(node, "endDate", work.end());
        put(node, "summary", work.description());
    }

    private static void education(ObjectNode node, Education education) {
        put(node, "institution", education.institution());
        put(node, "studyType", education.degree());
        put(node, "area", education.field());
        date(node, "startDate", education.start());
        date(node, "endDate", education.end());
    }

    private static void put(ObjectNode node, String name, Optional<Found<String>> value) {
        value.ifPresent(found -> node.put(name, found.value()));
    }

    private static void date(ObjectNode node, String name, Optional<Found<PartialDate>> date) {
        date.ifPresent(found -> node.put(name, found.value().toString()));
    }
}
