package com.crewyard.recruiting.candidates.internal;

import com.crewyard.recruiting.candidates.ProfileField;
import com.crewyard.recruiting.candidates.ProfileValue;
import com.crewyard.recruiting.candidates.ProfileValue.Position;
import com.crewyard.recruiting.candidates.ProfileValue.Positions;
import com.crewyard.recruiting.candidates.ProfileValue.Studies;
import com.crewyard.recruiting.candidates.ProfileValue.Study;
import com.crewyard.recruiting.candidates.ProfileValue.Text;
import com.crewyard.recruiting.candidates.ProfileValue.Texts;
import com.crewyard.recruiting.parsing.Found;
import com.crewyard.recruiting.parsing.ResumeProfile;
import com.crewyard.recruiting.parsing.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What was read, in the form in which people correct it. */
public final class ParsedValues {

    private static final int MONTHS_OF_A_YEAR = 12;

    private ParsedValues() {}

    public static ProfileValue of(ResumeProfile profile, ProfileField field) {
        return switch (field) {
            case NAME -> text(profile.name());
            case HEADLINE -> text(profile.headline());
            case LOCATION -> text(profile.location());
            case SUMMARY -> text(profile.summary());
            case EXPERIENCE_YEARS ->
                new Text(profile.totalExperienceMonths()
                        .map(months -> String.valueOf(months / MONTHS_OF_A_YEAR))
                        .orElse(""));
            case EMAILS -> texts(profile.emails(), Function.identity());
            case PHONES -> texts(profile.phones(), Function.identity());
            case LINKS -> texts(profile.links(), ResumeProfile.Link::url);
            case SKILLS -> texts(profile.skills(), ResumeProfile.Skill::label);
            case LANGUAGES -> texts(profile.languages(), ParsedValues::language);
            case CERTIFICATIONS -> texts(profile.certifications(), ParsedValues::certification);
            case WORK ->
                new Positions(
                        profile.work().stream().map(ParsedValues::position).toList());
            case EDUCATION ->
                new Studies(
                        profile.education().stream().map(ParsedValues::study).toList());
        };
    }

    /** Where a field was read; total experience follows from the dates of the work. */
    public static List<Span> evidence(ResumeProfile profile, ProfileField field) {
        return switch (field) {
            case NAME -> sources(profile.name().stream());
            case HEADLINE -> sources(profile.headline().stream());
            case LOCATION -> sources(profile.location().stream());
            case SUMMARY -> sources(profile.summary().stream());
            case EXPERIENCE_YEARS ->
                profile.work().stream()
                        .flatMap(work -> Stream.concat(work.start().stream(), work.end().stream()))
                        .flatMap(found -> found.sources().stream())
                        .distinct()
                        .toList();
            case EMAILS -> sources(profile.emails().stream());
            case PHONES -> sources(profile.phones().stream());
            case LINKS -> sources(profile.links().stream());
            case SKILLS -> sources(profile.skills().stream());
            case LANGUAGES -> sources(profile.languages().stream());
            case CERTIFICATIONS -> sources(profile.certifications().stream());
            case WORK ->
                profile.work().stream()
                        .flatMap(work -> evidence(work).stream())
                        .distinct()
                        .toList();
            case EDUCATION ->
                profile.education().stream()
                        .flatMap(study -> evidence(study).stream())
                        .distinct()
                        .toList();
        };
    }

    /** Entries of a field of several; equal texts stand once, as in {@link #of}. */
    public static List<List<Span>> evidenceOfEach(ResumeProfile profile, ProfileField field) {
        return switch (field) {
            case EMAILS -> ofEach(profile.emails(), Function.identity());
            case PHONES -> ofEach(profile.phones(), Function.identity());
            case LINKS -> ofEach(profile.links(), ResumeProfile.Link::url);
            case SKILLS -> ofEach(profile.skills(), ResumeProfile.Skill::label);
            case LANGUAGES -> ofEach(profile.languages(), ParsedValues::language);
            case CERTIFICATIONS -> ofEach(profile.certifications(), ParsedValues::certification);
            case WORK -> profile.work().stream().map(ParsedValues::evidence).toList();
            case EDUCATION ->
                profile.education().stream().map(ParsedValues::evidence).toList();
            case NAME, HEADLINE, LOCATION, SUMMARY, EXPERIENCE_YEARS -> List.of();
        };
    }

    private static <T> List<List<Span>> ofEach(List<Found<T>> found, Function<T, String> text) {
        Map<String, List<Span>> sources = new LinkedHashMap<>();
        found.forEach(value -> sources.putIfAbsent(text.apply(value.value()), value.sources()));
        return List.copyOf(sources.values());
    }

    public static List<Span> evidence(ResumeProfile.Work work) {
        return sources(Stream.of(work.title(), work.employer(), work.start(), work.end(), work.location())
                .flatMap(Optional::stream));
    }

    public static List<Span> evidence(ResumeProfile.Education study) {
        return sources(Stream.of(study.institution(), study.degree(), study.field(), study.start(), study.end())
                .flatMap(Optional::stream));
    }

    public static String language(ResumeProfile.Language language) {
        return language.level()
                .map(level -> "%s (%s)".formatted(language.name(), level(level)))
                .orElse(language.name());
    }

    private static String level(ResumeProfile.Level level) {
        return level == ResumeProfile.Level.NATIVE ? "native" : level.name();
    }

    private static String certification(ResumeProfile.Certification certification) {
        return certification
                .date()
                .map(date -> "%s (%s)".formatted(certification.name(), date))
                .orElse(certification.name());
    }

    private static Position position(ResumeProfile.Work work) {
        return new Position(
                value(work.employer()),
                value(work.title()),
                value(work.location()),
                value(work.start()),
                value(work.end()),
                work.current(),
                value(work.description()));
    }

    private static Study study(ResumeProfile.Education study) {
        return new Study(
                value(study.institution()),
                value(study.degree()),
                value(study.field()),
                value(study.start()),
                value(study.end()));
    }

    private static Text text(Optional<Found<String>> found) {
        return new Text(found.map(Found::value).orElse(""));
    }

    private static <T> Texts texts(List<Found<T>> found, Function<T, String> text) {
        return new Texts(found.stream().map(Found::value).map(text).distinct().toList());
    }

    private static <T> Optional<T> value(Optional<Found<T>> found) {
        return found.map(Found::value);
    }

    private static List<Span> sources(Stream<? extends Found<?>> found) {
        return found.flatMap(value -> value.sources().stream()).distinct().toList();
    }
}
