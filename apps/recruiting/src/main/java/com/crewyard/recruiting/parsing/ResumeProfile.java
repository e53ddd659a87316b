package com.crewyard.recruiting.parsing;

import java.util.List;
import java.util.Optional;

/**
 * What a resume says about a person. A field without evidence is absent; every value carries the characters it was
 * read from.
 *
 * @param phones in E.164 when the country is known from a prefix, the address or the number's own form; otherwise
 *     digits as written
 * @param totalExperienceMonths months in which at least one position was held, overlaps counted once; empty when no
 *     position has dates
 */
public record ResumeProfile(
        Optional<Found<String>> name,
        Optional<Found<String>> headline,
        List<Found<String>> emails,
        List<Found<String>> phones,
        Optional<Found<String>> location,
        List<Found<Link>> links,
        Optional<Found<String>> summary,
        List<Work> work,
        List<Education> education,
        List<Found<Skill>> skills,
        List<Found<Language>> languages,
        List<Found<Certification>> certifications,
        Optional<Integer> totalExperienceMonths) {

    public static final ResumeProfile EMPTY = new ResumeProfile(
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty());

    public ResumeProfile {
        emails = List.copyOf(emails);
        phones = List.copyOf(phones);
        links = List.copyOf(links);
        work = List.copyOf(work);
        education = List.copyOf(education);
        skills = List.copyOf(skills);
        languages = List.copyOf(languages);
        certifications = List.copyOf(certifications);
    }

    /**
     * @param url absolute, with its scheme
     */
    public record Link(LinkKind kind, String url) {}

    public enum LinkKind {
        LINKEDIN,
        GITHUB,
        WEBSITE,
        OTHER
    }

    /**
     * One position at one employer, in the order of the resume.
     *
     * @param current whether the resume says it still lasts
     * @param months from first to last month, both counted, when both ends are known
     */
    public record Work(
            Optional<Found<String>> employer,
            Optional<Found<String>> title,
            Optional<Found<String>> location,
            Optional<Found<PartialDate>> start,
            Optional<Found<PartialDate>> end,
            boolean current,
            Optional<Integer> months,
            Optional<Found<String>> description) {}

    public record Education(
            Optional<Found<String>> institution,
            Optional<Found<String>> degree,
            Optional<Found<String>> field,
            Optional<Found<PartialDate>> start,
            Optional<Found<PartialDate>> end) {}

    /**
     * @param label as the taxonomy prefers it, or as written when it does not know the skill
     * @param id of the taxonomy's skill
     * @param listed whether a skills section names it, not only the prose
     */
    public record Skill(String label, Optional<String> id, boolean listed) {}

    /**
     * @param code ISO 639-1
     * @param name in English
     * @param level as far as the resume says
     */
    public record Language(String code, String name, Optional<Level> level) {}

    /** The Common European Framework of Reference (Council of Europe, 2001), with the native speaker beside it. */
    public enum Level {
        A1,
        A2,
        B1,
        B2,
        C1,
        C2,
        NATIVE
    }

    public record Certification(String name, Optional<PartialDate> date) {}
}
