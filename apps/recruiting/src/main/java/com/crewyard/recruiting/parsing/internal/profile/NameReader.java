package com.crewyard.recruiting.parsing.internal.profile;

import com.crewyard.recruiting.parsing.Found;
import com.crewyard.recruiting.parsing.ResumeText.Style;
import com.crewyard.recruiting.parsing.Span;
import com.crewyard.recruiting.parsing.internal.vocabulary.Organisations;
import com.crewyard.recruiting.parsing.internal.vocabulary.Places;
import com.crewyard.recruiting.parsing.internal.vocabulary.SectionHeadings;
import com.crewyard.recruiting.parsing.internal.vocabulary.Titles;
import com.crewyard.recruiting.parsing.internal.vocabulary.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds whose resume it is: a phrase of two to five capitalised words near the top, in the largest letters, that its
 * e-mail address may confirm, or whatever a label says.
 */
final class NameReader {

    private static final int LOOK_AT = 60;
    private static final Pattern LABEL = Pattern.compile(
            "^(?:full name|name|vor- und nachname|vorname und name|nom et prenom|nom complet|nombre completo|nombre y apellidos|nombre)\\s*[:\t]\\s*");
    private static final Pattern DOCUMENT = Pattern.compile(
            "^(?:curriculum vitae|cv|resume|lebenslauf|bewerbung|hoja de vida|curriculum)\\s*(?:(?:of|von|de|for)\\s+|[:–—|-]\\s*|$)");
    private static final Pattern SEPARATOR = Pattern.compile("\t+|\\s*[|•·]\\s*|\\s+[–—-]\\s+|,\\s+");
    private static final Pattern HONORIFIC =
            Pattern.compile("^(?:(?:mr|mrs|ms|dr|prof|herr|frau|dipl\\.-ing|ing|sr|sra|mme|m)\\.?\\s+)+");
    private static final Pattern CREDENTIALS = Pattern.compile(
            "(?:,?\\s+(?:ph\\.?d\\.?|m\\.?d\\.?|mba|rn|bsn|msn|cpa|pmp|esq\\.?|j\\.?d\\.?|m\\.?sc\\.?|b\\.?sc\\.?|cfa|pe|cissp|shrm-cp|lcsw|dvm|pharmd|facs))+$");
    private static final Pattern NAME = Pattern.compile(
            "\\p{Lu}[\\p{L}'’.-]*(?: (?:\\p{Lu}[\\p{L}'’.-]*|de|del|la|van|von|der|den|di|da|dos|du|le|el|bin|al|y|e|zu|ter)){1,5}");

    /** Trades that are family names as often. */
    private static final Set<String> SURNAMES = Set.of(
            "archer",
            "baker",
            "barber",
            "becker",
            "bishop",
            "brewer",
            "butcher",
            "butler",
            "carpenter",
            "carter",
            "chandler",
            "clark",
            "clerk",
            "cook",
            "cooper",
            "dean",
            "draper",
            "farmer",
            "fischer",
            "fisher",
            "fletcher",
            "gardener",
            "gardner",
            "glover",
            "hunter",
            "judge",
            "koch",
            "major",
            "marshall",
            "mason",
            "mercer",
            "miller",
            "painter",
            "parker",
            "porter",
            "potter",
            "ranger",
            "sailor",
            "schneider",
            "shepherd",
            "singer",
            "skinner",
            "smith",
            "steward",
            "tanner",
            "taylor",
            "thatcher",
            "turner",
            "tyler",
            "usher",
            "wagner",
            "walker",
            "weaver",
            "weber");

    private NameReader() {}

    private record Candidate(Slice slice, double score) {}

    static Optional<Found<String>> read(List<DocLine> lines, Optional<String> emailLocalPart) {
        double largest = lines.stream()
                .limit(LOOK_AT)
                .filter(line -> line.line().page() == 1
                        && line.text().chars().filter(Character::isLetter).count() > 3)
                .mapToDouble(line -> line.style().size())
                .max()
                .orElse(0);
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < Math.min(LOOK_AT, lines.size()); i++) {
            DocLine line = lines.get(i);
            if (line.line().page() > 1 || line.isItem() || line.text().length() > 150) {
                continue;
            }
            labelled(line).ifPresent(slice -> candidates.add(new Candidate(slice, 10)));
            boolean first = true;
            for (Slice part : line.slice().split(SEPARATOR)) {
                Slice bare = bare(part);
                if (isName(bare.text())) {
                    boolean surname = i == 0 && isSurnamedByTrade(bare.text(), lines);
                    candidates.add(new Candidate(bare, score(bare, line, i, first, largest, emailLocalPart, surname)));
                }
                first = false;
            }
            if (i + 1 < lines.size()) {
                Optional<Slice> both = twoLines(line, lines.get(i + 1), largest);
                if (both.isPresent()) {
                    double score = score(both.get(), line, i, true, largest, emailLocalPart, false);
                    candidates.add(new Candidate(both.get(), score));
                }
            }
        }
        Candidate best = null;
        for (Candidate candidate : candidates) {
            if (candidate.score() >= 2.5 && (best == null || candidate.score() > best.score())) {
                best = candidate;
            }
        }
        return Optional.ofNullable(best)
                .map(chosen -> new Found<>(
                        written(chosen.slice().text()),
                        Math.clamp(0.4 + chosen.score() / 14, 0.4, 0.98),
                        List.<Span>of(chosen.slice().span())));
    }

    /** "Greg Baker" above a line with a trade in it: the first is the person, or there would be two headlines. */
    private static boolean isSurnamedByTrade(String text, List<DocLine> lines) {
        int last = text.lastIndexOf(' ');
        return last > 0
                && SURNAMES.contains(Words.fold(text.substring(last + 1)))
                && Titles.score(text.substring(0, last)) < 2
                && lines.stream()
                        .skip(1)
                        .limit(3)
                        .anyMatch(
                                line -> !line.isItem() && line.text().length() <= 80 && Titles.score(line.text()) >= 2);
    }

    private static Optional<Slice> labelled(DocLine line) {
        Matcher label = LABEL.matcher(Words.foldInPlace(line.text()));
        if (!label.find()) {
            return Optional.empty();
        }
        Slice rest = bare(
                line
                        .slice()
                        .sub(label.end(), line.slice().length())
                        .split(Pattern.compile("\t+|\\s*[|•·]\\s*"))
                        .stream()
                        .findFirst()
                        .orElse(line.slice().sub(label.end(), line.slice().length())));
        return isName(rest.text()) ? Optional.of(rest) : Optional.empty();
    }

    private static double score(
            Slice slice,
            DocLine line,
            int index,
            boolean first,
            double largest,
            Optional<String> localPart,
            boolean tradeIsSurname) {
        double score = Math.max(0, 3 - 0.4 * index) + (first ? 0.5 : 0);
        Style style = line.style();
        if (largest > 0 && style.size() >= largest - 0.3) {
            score += 3;
        } else if (largest > 0 && style.size() < largest * 0.75) {
            score -= 1;
        }
        if (style.bold() || style.kind() == com.crewyard.recruiting.parsing.ResumeText.Kind.HEADING) {
            score += 0.5;
        }
        score += confirmed(slice.text(), localPart);
        if (Titles.score(slice.text()) >= 2 && !tradeIsSurname) {
            score -= 2.5;
        }
        if (Organisations.employerScore(slice.text()) >= 2.5) {
            score -= 2;
        }
        return Places.isPlace(slice.text()) ? score - 3 : score;
    }

    /** Names found in the address, by word and by initial. */
    private static double confirmed(String name, Optional<String> localPart) {
        if (localPart.isEmpty()) {
            return 0;
        }
        String letters = localPart.get().replaceAll("[^a-z]", "");
        double found = 0;
        for (String word : Words.fold(name).split("[^a-z]+")) {
            if (word.length() >= 3 && letters.contains(word)) {
                found += 2;
            }
        }
        return Math.min(found, 4);
    }

    private static Slice bare(Slice part) {
        Slice slice = part.strip();
        String folded = Words.foldInPlace(slice.text());
        Matcher document = DOCUMENT.matcher(folded);
        if (document.find() && document.end() < slice.length()) {
            slice = slice.sub(document.end(), slice.length()).strip();
            folded = Words.foldInPlace(slice.text());
        }
        Matcher honorific = HONORIFIC.matcher(folded);
        int from = honorific.find() ? honorific.end() : 0;
        Matcher credentials = CREDENTIALS.matcher(folded);
        int to = credentials.find() ? credentials.start() : folded.length();
        return to > from ? slice.sub(from, to).strip(",") : slice;
    }

    private static boolean isName(String text) {
        return text.length() >= 4
                && text.length() <= 50
                && NAME.matcher(text).matches()
                && SectionHeadings.exact(text).isEmpty()
                && SectionHeadings.likely(text).isEmpty()
                && !DOCUMENT.matcher(Words.foldInPlace(text)).matches();
    }

    /** Given name above, family name below, both in the largest letters. */
    private static Optional<Slice> twoLines(DocLine upper, DocLine lower, double largest) {
        boolean large = largest > 0
                && upper.style().size() >= largest - 0.3
                && lower.style().size() >= largest - 0.3;
        String both = upper.text() + " " + lower.text();
        return large && upper.text().split(" ").length <= 2 && lower.text().split(" ").length <= 2 && isName(both)
                ? Optional.of(new Slice(
                        upper.slice().source(),
                        upper.slice().start(),
                        lower.slice().end()))
                : Optional.empty();
    }

    /** In one line, and capitals only where a name has them. */
    static String written(String raw) {
        String name = raw.replace('\n', ' ').replaceAll("\\s+", " ");
        if (!name.equals(name.toUpperCase(Locale.ROOT))) {
            return name;
        }
        StringBuilder written = new StringBuilder(name.length());
        boolean start = true;
        for (char c : name.toCharArray()) {
            written.append(start ? c : Character.toLowerCase(c));
            start = !Character.isLetter(c);
        }
        return written.toString();
    }
}
