package com.crewyard.recruiting.parsing.internal.profile;

import com.crewyard.recruiting.parsing.Found;
import com.crewyard.recruiting.parsing.internal.vocabulary.Places;
import com.crewyard.recruiting.parsing.internal.vocabulary.Titles;
import com.crewyard.recruiting.parsing.internal.vocabulary.Words;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what stands beside the name: where the person lives, and what they call themselves. */
final class HeaderReader {

    private static final Pattern SEPARATOR = Pattern.compile("\t+|\\s*[|•·]\\s*|\\s+[–—-]\\s+");
    private static final Pattern LABEL = Pattern.compile(
            "^(?:address|location|adresse|anschrift|wohnort|ort|city|residence|lieu|ville|domicile|direccion|ubicacion|ciudad|domicilio|based in|standort)\\s*[:\t]\\s*");
    private static final Pattern STREET = Pattern.compile(
            "^(?:\\d+[a-z]?,? .*|.*(?:str\\.|strasse|street|st\\.|avenue|ave\\.?|road|rd\\.?|lane|drive|dr\\.|weg|allee|platz|gasse|calle|rue|boulevard|blvd\\.?|way|court|apt\\.?).*\\d*.*)$");
    private static final Pattern HANDLE = Pattern.compile(".*(?:@|https?:|www\\.|\\d{4,}).*");

    private HeaderReader() {}

    static Optional<Found<String>> location(List<DocLine> contact) {
        Optional<Found<String>> second = Optional.empty();
        for (DocLine line : contact) {
            Matcher label = LABEL.matcher(Words.foldInPlace(line.content().text()));
            if (label.find() && label.end() < line.content().length()) {
                Slice rest = line.content().sub(label.end(), line.content().length());
                Slice first = rest.split(SEPARATOR).getFirst();
                return Optional.of(place(first).orElse(first).found(0.9));
            }
            for (Slice part : line.content().split(SEPARATOR)) {
                if (second.isEmpty() && part.length() <= 120) {
                    second = place(part).map(slice -> slice.found(0.85));
                }
            }
        }
        return second;
    }

    /** The place within an address: the street is left out. */
    private static Optional<Slice> place(Slice part) {
        if (Places.isPlace(part.text())) {
            return Optional.of(part);
        }
        List<Slice> pieces = part.split(Pattern.compile(",\\s*"));
        for (int i = 1; i < pieces.size(); i++) {
            Slice tail = new Slice(part.source(), pieces.get(i).start(), part.end());
            boolean street =
                    STREET.matcher(Words.foldInPlace(pieces.getFirst().text())).matches();
            if (Places.isPlace(tail.text())
                    && (street || i > 0 && Places.country(tail.text()).isPresent())) {
                return Optional.of(tail);
            }
        }
        return Optional.empty();
    }

    /** The first of the lines that speaks for a country. */
    static Optional<String> country(List<DocLine> contact, Optional<Found<String>> location) {
        return location.flatMap(found -> Places.country(found.value()))
                .or(() -> contact.stream()
                        .filter(line -> line.text().length() < 160)
                        .flatMap(line -> Places.country(line.text()).stream())
                        .findFirst());
    }

    /** The phrase right below or beside the name that is neither contact nor place. */
    static Optional<Found<String>> headline(List<DocLine> header, Found<String> name) {
        int nameEnd = name.sources().getFirst().end();
        int seen = 0;
        for (DocLine line : header) {
            if (line.slice().end() < nameEnd || line.isItem()) {
                continue;
            }
            for (Slice part : line.slice().split(Pattern.compile("\t+"))) {
                Slice phrase = part.start() < nameEnd && part.end() > nameEnd
                        ? new Slice(part.source(), nameEnd, part.end()).strip(",|–—-•·")
                        : part;
                if (phrase.start() < nameEnd || phrase.isEmpty()) {
                    continue;
                }
                if (isHeadline(phrase)) {
                    return Optional.of(phrase.found(Titles.score(phrase.text()) >= 2 ? 0.9 : 0.6));
                }
            }
            if (line.slice().start() >= nameEnd && ++seen > 3) {
                break;
            }
        }
        return Optional.empty();
    }

    private static boolean isHeadline(Slice phrase) {
        String text = phrase.text();
        int words = text.split("\\s+").length;
        return words <= 14
                && text.length() >= 4
                && text.length() <= 120
                && !HANDLE.matcher(text).matches()
                && !Places.isPlace(text)
                && (Titles.score(text) >= 2
                        || phrase.split(SEPARATOR).stream().anyMatch(p -> Titles.score(p.text()) >= 2));
    }
}
