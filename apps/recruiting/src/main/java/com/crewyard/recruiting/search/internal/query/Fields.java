package com.crewyard.recruiting.search.internal.query;

import com.crewyard.recruiting.search.Kind;
import com.crewyard.recruiting.search.Note;
import com.crewyard.recruiting.search.Standing;
import com.crewyard.recruiting.search.internal.SearchDocument.KeywordField;
import com.crewyard.recruiting.search.internal.SearchDocument.NumberField;
import com.crewyard.recruiting.search.internal.SearchDocument.TextField;
import com.crewyard.recruiting.search.internal.query.Condition.Any;
import com.crewyard.recruiting.search.internal.query.Condition.Keyword;
import com.crewyard.recruiting.search.internal.query.Condition.OfKind;
import com.crewyard.recruiting.search.internal.query.Condition.Phrase;
import com.crewyard.recruiting.search.internal.query.Condition.Range;
import com.crewyard.recruiting.search.internal.query.Condition.Words;
import com.crewyard.recruiting.taxonomy.Language;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The fields that a query may name, and what their values mean. */
public final class Fields {

    /** A field by its names, English and German. */
    enum Field {
        NAME("name"),
        TITLE("title", "titel", "headline", "role"),
        SKILL("skill", "skills", "kenntnis", "kenntnisse"),
        LOCATION("location", "place", "in", "ort"),
        EMPLOYER("employer", "company", "firma", "arbeitgeber"),
        EXPERIENCE("experience", "erfahrung"),
        TEXT("text", "resume", "lebenslauf"),
        TAG("tag", "label"),
        STAGE("stage", "stufe", "phase"),
        POOL("pool"),
        STATE("state", "application", "bewerbung"),
        STATUS("status"),
        JOB("job", "stelle"),
        LANGUAGE("language", "speaks", "sprache"),
        REMOTE("remote"),
        EMPLOYMENT("type", "employment", "art"),
        DEPARTMENT("department", "abteilung"),
        EMAIL("email", "mail"),
        PHONE("phone", "telefon"),
        HAS("has", "hat"),
        IS("is", "ist", "kind"),
        ID("id"),
        YEARS("years", "jahre"),
        SALARY("salary", "gehalt"),
        CREATED("created", "added", "seit"),
        CHANGED("changed", "updated");

        private final List<String> names;

        Field(String... names) {
            this.names = List.of(names);
        }
    }

    private static final Map<String, Kind> KINDS = Map.of(
            "candidate", Kind.CANDIDATE,
            "candidates", Kind.CANDIDATE,
            "person", Kind.CANDIDATE,
            "bewerber", Kind.CANDIDATE,
            "job", Kind.JOB,
            "jobs", Kind.JOB,
            "stelle", Kind.JOB,
            "stellen", Kind.JOB);

    private final Map<String, Field> byName = new HashMap<>();
    private final Taxonomy taxonomy;
    private final Vocabulary vocabulary;
    private final Clock clock;

    public Fields(Taxonomy taxonomy, Vocabulary vocabulary, Clock clock) {
        this.taxonomy = taxonomy;
        this.vocabulary = vocabulary;
        this.clock = clock;
        for (Field field : Field.values()) {
            field.names.forEach(name -> byName.put(name, field));
        }
    }

    Optional<Field> named(String name) {
        return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
    }

    /** @param value as written; without quotes, several values separated by commas mean any of them */
    Optional<Condition> condition(Field field, String value, boolean quoted, List<Note> notes) {
        if (quoted || value.indexOf(',') < 0) {
            return one(field, value, quoted, notes);
        }
        List<Condition> choices = new ArrayList<>();
        for (String choice : value.split(",")) {
            if (!choice.isBlank()) {
                one(field, choice, false, notes).ifPresent(choices::add);
            }
        }
        return choices.size() < 2 ? choices.stream().findFirst() : Optional.of(new Any(choices));
    }

    private Optional<Condition> one(Field field, String value, boolean quoted, List<Note> notes) {
        return switch (field) {
            case NAME -> text(TextField.NAME, value, quoted);
            case TITLE -> Optional.of(vocabulary.title(value, quoted));
            case SKILL -> Optional.of(vocabulary.skill(value, quoted));
            case LOCATION -> text(TextField.LOCATION, value, quoted);
            case EMPLOYER, DEPARTMENT -> text(TextField.EMPLOYER, value, quoted);
            case EXPERIENCE -> text(TextField.EXPERIENCE, value, quoted);
            case TEXT -> text(TextField.TEXT, value, quoted);
            case TAG ->
                Optional.of(new Condition.Same(List.of(
                        keyword(KeywordField.TAG, value),
                        quoted
                                ? keyword(KeywordField.TAG, value)
                                : new Words(Optional.of(TextField.TAG), value, false))));
            case STAGE -> Optional.of(keyword(KeywordField.STAGE, value));
            case STATE -> Optional.of(keyword(KeywordField.STATE, value));
            case STATUS -> Optional.of(keyword(KeywordField.STATUS, value));
            case REMOTE -> Optional.of(keyword(KeywordField.REMOTE, value.equals("yes") ? "remote" : value));
            case EMPLOYMENT -> Optional.of(keyword(KeywordField.EMPLOYMENT, value.replaceAll("[ -]", "_")));
            case EMAIL -> Optional.of(keyword(KeywordField.EMAIL, value));
            case PHONE -> phone(value, notes);
            case LANGUAGE -> language(value, notes);
            case POOL -> pool(value, notes);
            case HAS -> has(value, notes);
            case IS -> is(value, notes);
            case JOB ->
                number(value).isPresent()
                        ? Optional.of(keyword(KeywordField.JOB, value))
                        : refused(notes, "job", value, "Give the job’s number, as in its address.");
            case ID -> range(NumberField.ID, "id", value, notes);
            case YEARS -> range(NumberField.YEARS, "years", value, notes);
            case SALARY -> salary(value, notes);
            case CREATED -> time(NumberField.CREATED, "created", value, notes);
            case CHANGED -> time(NumberField.CHANGED, "changed", value, notes);
        };
    }

    private static Optional<Condition> text(TextField field, String value, boolean quoted) {
        return Optional.of(
                quoted ? new Phrase(Optional.of(field), value) : new Words(Optional.of(field), value, false));
    }

    private static Keyword keyword(KeywordField field, String value) {
        return new Keyword(field, Set.of(value.strip().toLowerCase(Locale.ROOT)));
    }

    private static OptionalLong number(String value) {
        return value.matches("\\d{1,15}") ? OptionalLong.of(Long.parseLong(value)) : OptionalLong.empty();
    }

    private static Optional<Condition> phone(String value, List<Note> notes) {
        String digits = value.replaceAll("\\D", "");
        return digits.isEmpty()
                ? refused(notes, "phone", value, "Give its digits.")
                : Optional.of(new Keyword(KeywordField.PHONE, Vocabulary.phones(digits)));
    }

    private Optional<Condition> language(String value, List<Note> notes) {
        Optional<Language> language = taxonomy.language(value)
                .or(() -> taxonomy.languages().stream()
                        .filter(known -> known.code().equalsIgnoreCase(value))
                        .findFirst());
        return language.<Condition>map(known -> keyword(KeywordField.LANGUAGE, known.code()))
                .or(() -> refused(notes, "language", value, "Give its name or its code of two letters."));
    }

    private static Optional<Condition> pool(String value, List<Note> notes) {
        List<String> codes =
                Arrays.stream(Standing.values()).map(Standing::code).toList();
        return codes.contains(value.toLowerCase(Locale.ROOT))
                ? Optional.of(keyword(KeywordField.POOL, value))
                : refused(notes, "pool", value, "It is one of %s.".formatted(String.join(", ", codes)));
    }

    private static Optional<Condition> has(String value, List<Note> notes) {
        return Set.of("resume", "email", "phone").contains(value.toLowerCase(Locale.ROOT))
                ? Optional.of(keyword(KeywordField.HAS, value))
                : refused(notes, "has", value, "It is one of resume, email, phone.");
    }

    private static Optional<Condition> is(String value, List<Note> notes) {
        Kind kind = KINDS.get(value.toLowerCase(Locale.ROOT));
        return kind == null ? refused(notes, "is", value, "It is candidate or job.") : Optional.of(new OfKind(kind));
    }

    private static Optional<Condition> range(NumberField field, String name, String value, List<Note> notes) {
        Optional<Interval> interval = Interval.ofNumbers(value);
        return interval.<Condition>map(found -> new Range(field, found.from(), found.to()))
                .or(() -> refused(notes, name, value, "Write 5, >=5, <5 or 3..7."));
    }

    /** A salary meets another when they overlap. */
    private static Optional<Condition> salary(String value, List<Note> notes) {
        return Interval.ofNumbers(value.replaceAll("(?i)(\\d)k\\b", "$1000").replaceAll("(\\d)[.’'](\\d{3})", "$1$2"))
                .<Condition>map(wanted -> new Condition.All(List.of(
                        new Range(NumberField.SALARY_MAX, wanted.from(), Long.MAX_VALUE),
                        new Range(NumberField.SALARY_MIN, Long.MIN_VALUE, wanted.to()))))
                .or(() -> refused(notes, "salary", value, "Write >=60000, 50k..70k or <90k."));
    }

    private Optional<Condition> time(NumberField field, String name, String value, List<Note> notes) {
        return Interval.ofTimes(value, clock)
                .<Condition>map(found -> new Range(field, found.from(), found.to()))
                .or(() -> refused(notes, name, value, "Write 2026-03-01, >=2026-03, 2026-01..2026-03 or 7d."));
    }

    private static Optional<Condition> refused(List<Note> notes, String field, String value, String wayOut) {
        notes.add(Note.of(Note.Code.BAD_VALUE, field, value, wayOut));
        return Optional.empty();
    }
}
