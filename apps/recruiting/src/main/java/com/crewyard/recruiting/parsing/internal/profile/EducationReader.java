package com.crewyard.recruiting.parsing.internal.profile;

import com.crewyard.recruiting.parsing.ResumeProfile.Education;
import com.crewyard.recruiting.parsing.internal.vocabulary.Degrees;
import com.crewyard.recruiting.parsing.internal.vocabulary.Organisations;
import com.crewyard.recruiting.parsing.internal.vocabulary.Places;
import com.crewyard.recruiting.parsing.internal.vocabulary.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads courses of study: institution, degree and field in any order. */
final class EducationReader implements EntryFinder.Judge {

    private static final Pattern SEPARATOR = Pattern.compile(
            "\\s+[|•·–—−∙-]\\s+|\\s*[|•·]\\s*|\\s+[–—]|[–—]\\s+|;\\s+|,\\s+|\\s+(?:at|an der|am|@)\\s+(?=\\p{Lu})");
    private static final Pattern FIELD_OPENING = Pattern.compile(
            "^[\\s,:(–—|-]*(?:degree |degrees |abschluss )?(?:in |of |en |im |der |de |d'|des |du |mention |major |with a major in )?(?:the )?");
    private static final Pattern NOT_A_FIELD = Pattern.compile(
            "^(?:gpa|grade|note|thesis|minor|honou?rs|cum laude|magna|summa|with|distinction|mention|final|expected|graduated|abschluss|schwerpunkt|relevant|coursework|dean).*|.*\\d[.,]\\d.*");

    @Override
    public boolean isComplete(List<Slice> headers) {
        boolean school = headers.stream().anyMatch(EducationReader::namesSchool);
        boolean degree = headers.stream().anyMatch(h -> Degrees.find(h.text()).isPresent());
        return school && degree;
    }

    /** A "High School Diploma" has a school in it and names none. */
    private static boolean namesSchool(Slice phrase) {
        return Organisations.isSchool(phrase.text())
                && Degrees.find(phrase.text())
                        .filter(match -> match.start() == 0)
                        .isEmpty();
    }

    @Override
    public double evidence(Slice phrase) {
        String text = phrase.text();
        return Organisations.isSchool(text) || Degrees.find(text).isPresent() || Places.isPlace(text) ? 1 : 0;
    }

    List<Education> read(List<List<DocLine>> sections) {
        List<Education> education = new ArrayList<>();
        for (List<DocLine> section : sections) {
            for (Entry entry : EntryFinder.find(section, this)) {
                read(entry).ifPresent(education::add);
            }
        }
        return education;
    }

    private static Optional<Education> read(Entry entry) {
        Optional<Slice> institution = Optional.empty();
        Optional<Slice> degree = Optional.empty();
        Optional<Slice> field = Optional.empty();
        List<Slice> rest = new ArrayList<>();
        for (Slice header : entry.headers()) {
            for (Slice part : parts(header)) {
                boolean school = Organisations.isSchool(part.text());
                Optional<Degrees.Match> match = Degrees.find(part.text());
                if (match.isPresent()
                        && degree.isEmpty()
                        && !(school && match.get().start() > 0)) {
                    Slice named =
                            part.sub(match.get().start(), match.get().end()).strip(",(");
                    degree = Optional.of(named);
                    Optional<Slice> after = field(part.sub(match.get().end(), part.length()));
                    field = field.or(() -> after);
                } else if (school && institution.isEmpty()) {
                    institution = Optional.of(part);
                } else if (!Places.isPlace(part.text())) {
                    rest.add(part);
                }
            }
        }
        if (institution.isEmpty()) {
            institution = firstName(rest, field);
            institution.ifPresent(rest::remove);
        }
        if (field.isEmpty()) {
            field = rest.stream().flatMap(part -> field(part).stream()).findFirst();
        }
        if (institution.isEmpty() && degree.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Education(
                institution.map(slice -> slice.found(Organisations.isSchool(slice.text()) ? 0.9 : 0.6)),
                degree.map(slice -> slice.found(0.9)),
                field.map(slice -> slice.found(0.75)),
                entry.dates().flatMap(DateRange::start),
                entry.dates().flatMap(DateRange::end)));
    }

    /** Commas divide, but not "University of California, Berkeley" and not a field's own commas after a degree. */
    private static List<Slice> parts(Slice header) {
        List<Slice> parts = header.split(SEPARATOR);
        List<Slice> merged = new ArrayList<>();
        for (Slice part : parts) {
            Slice last = merged.isEmpty() ? null : merged.getLast();
            if (last != null
                    && isBetween(last, part, ",")
                    && last.text().contains("University of California")
                    && Places.isPlace(part.text())) {
                merged.set(merged.size() - 1, new Slice(last.source(), last.start(), part.end()));
            } else {
                merged.add(part);
            }
        }
        return merged;
    }

    private static boolean isBetween(Slice left, Slice right, String separator) {
        return left.source().text().substring(left.end(), right.start()).strip().equals(separator);
    }

    private static Optional<Slice> field(Slice after) {
        Matcher opening = FIELD_OPENING.matcher(Words.foldInPlace(after.text()));
        int from = opening.find() ? opening.end() : 0;
        Optional<Degrees.Match> degree = Degrees.find(after.text());
        if (degree.isPresent() && degree.get().start() == 0 && degree.get().end() < after.length()) {
            return field(after.sub(degree.get().end(), after.length()));
        }
        Slice field = after.sub(from, after.length()).strip(",;.:()|–—-");
        String folded = Words.foldInPlace(field.text());
        boolean named = field.length() >= 3
                && field.length() <= 80
                && Character.isUpperCase(field.text().charAt(0))
                && !NOT_A_FIELD.matcher(folded).matches()
                && !Organisations.isSchool(field.text())
                && !Places.isPlace(field.text());
        return named ? Optional.of(field) : Optional.empty();
    }

    private static Optional<Slice> firstName(List<Slice> rest, Optional<Slice> field) {
        return rest.stream()
                .filter(part -> field.isEmpty() || !part.equals(field.get()))
                .filter(part -> Character.isUpperCase(part.text().charAt(0)))
                .filter(part ->
                        !NOT_A_FIELD.matcher(Words.foldInPlace(part.text())).matches())
                .findFirst();
    }
}
