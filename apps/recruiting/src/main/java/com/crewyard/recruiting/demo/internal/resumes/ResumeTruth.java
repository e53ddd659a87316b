package com.crewyard.recruiting.demo.internal.resumes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a resume says as JSON Resume (jsonresume.org, schema 1.0.0), to compare a parser's answer with. */
public final class ResumeTruth {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ResumeTruth() {}

    public static String json(ResumeSource source) {
        Map<String, Object> resume = new LinkedHashMap<>();
        resume.put("basics", basics(source));
        resume.put("work", source.work().stream().map(ResumeTruth::work).toList());
        resume.put(
                "education", source.education().stream().map(ResumeTruth::study).toList());
        resume.put(
                "skills",
                source.skills().stream().map(skill -> Map.of("name", skill)).toList());
        resume.put(
                "languages",
                source.languages().stream().map(ResumeTruth::language).toList());
        resume.put(
                "certificates",
                source.certificates().stream().map(ResumeTruth::certificate).toList());
        resume.put("meta", Map.of("language", source.language()));
        return JSON.writeValueAsString(resume) + "\n";
    }

    private static Map<String, Object> basics(ResumeSource source) {
        Map<String, Object> basics = new LinkedHashMap<>();
        basics.put("name", source.name());
        basics.put("label", source.headline());
        basics.put("email", source.email());
        source.phone().ifPresent(phone -> basics.put("phone", phone.replace(" ", "")));
        source.website().ifPresent(website -> basics.put("url", website));
        basics.put("summary", source.summary());
        basics.put("location", Map.of("address", source.location()));
        basics.put(
                "profiles",
                source.linkedin().stream().map(ResumeTruth::linkedin).toList());
        return basics;
    }

    private static Map<String, Object> linkedin(String url) {
        Map<String, Object> profile = new LinkedHashMap<>();
        profile.put("network", "LinkedIn");
        profile.put("url", url);
        return profile;
    }

    private static Map<String, Object> work(ResumeSource.Role role) {
        Map<String, Object> work = new LinkedHashMap<>();
        work.put("name", role.employer());
        work.put("position", role.title());
        work.put("location", role.location());
        work.put("startDate", role.start().toString());
        role.end().ifPresent(end -> work.put("endDate", end.toString()));
        work.put("highlights", List.copyOf(role.duties()));
        return work;
    }

    private static Map<String, Object> study(ResumeSource.Study study) {
        Map<String, Object> education = new LinkedHashMap<>();
        education.put("institution", study.institution());
        education.put("studyType", study.degree());
        education.put("area", study.field());
        education.put("startDate", Integer.toString(study.start()));
        education.put("endDate", Integer.toString(study.end()));
        return education;
    }

    private static Map<String, Object> language(ResumeSource.Tongue tongue) {
        Map<String, Object> language = new LinkedHashMap<>();
        language.put("language", tongue.name());
        language.put("fluency", tongue.level());
        return language;
    }

    private static Map<String, Object> certificate(ResumeSource.Certificate certificate) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", certificate.name());
        entry.put("date", Integer.toString(certificate.year()));
        return entry;
    }
}
