package com.crewyard.recruiting.parsing.internal.profile;

import com.crewyard.recruiting.parsing.internal.vocabulary.Organisations;
import com.crewyard.recruiting.parsing.internal.vocabulary.Places;
import com.crewyard.recruiting.parsing.internal.vocabulary.Titles;
import com.crewyard.recruiting.parsing.internal.vocabulary.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides which phrase of a position's heading is the title, which the employer and which the place.
 *
 * @param titleFirst whether the title stands before the employer; meaningless unless both are there
 * @param margin how clearly the decision was taken
 */
record WorkHeading(
        Optional<Slice> title, Optional<Slice> employer, Optional<Slice> location, boolean titleFirst, double margin) {

    /** What earlier headings of the resume suggest about the order. */
    enum Order {
        UNKNOWN,
        TITLE_FIRST,
        EMPLOYER_FIRST
    }

    private static final Pattern SEPARATOR =
            Pattern.compile("\\s+[|•·–—−∙/-]\\s+|\\s*[|•·]\\s*|\\s+[–—]|[–—]\\s+|;\\s+|:\\s+");
    private static final Pattern AT = Pattern.compile("\\s+(?:at|@|bei|chez)\\s+|\\s*@\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern EN = Pattern.compile("\\s+(?:en|in|beim|für|for)\\s+(?=\\p{Lu})");
    private static final Pattern COMMA = Pattern.compile(",\\s*");
    private static final Pattern PARENTHESES = Pattern.compile("\\s*\\(([^()]{2,60})\\)\\s*$");
    private static final Set<String> CONTRACTS = Set.of(
            "full-time",
            "full time",
            "part-time",
            "part time",
            "contract",
            "freelance",
            "internship",
            "temporary",
            "permanent",
            "vollzeit",
            "teilzeit",
            "befristet",
            "cdi",
            "cdd",
            "temps plein",
            "temps partiel",
            "tiempo completo",
            "medio tiempo",
            "jornada completa",
            "seasonal",
            "per diem",
            "contractor",
            "stage");

    private record Piece(Slice slice, double title, double employer) {
        /** How much rather a title than an employer; "Research Intern" is one although "research" is in names. */
        double lead() {
            return title >= 2 ? title - 0.5 * employer : title - employer;
        }
    }

    static WorkHeading of(List<Slice> headers, Order order, Vocabulary vocabulary) {
        List<Piece> pieces = new ArrayList<>();
        Optional<Slice> location = Optional.empty();
        for (Slice header : headers) {
            for (Slice part : parts(header, vocabulary)) {
                Slice rest = part;
                if (isPlace(rest)) {
                    location = location.or(() -> Optional.of(part));
                    continue;
                }
                Matcher parentheses = PARENTHESES.matcher(rest.text());
                if (parentheses.find() && parentheses.start() > 0) {
                    Slice inner = rest.sub(parentheses.start(1), parentheses.end(1));
                    if (isPlace(inner) || isContract(inner)) {
                        location = isContract(inner) || location.isPresent() ? location : Optional.of(inner);
                        rest = rest.sub(0, parentheses.start()).strip();
                    }
                }
                Optional<Slice> place = trailingPlace(rest);
                if (place.isPresent()) {
                    location = location.or(() -> place);
                    rest = new Slice(rest.source(), rest.start(), place.get().start()).strip(",");
                }
                if (!rest.isEmpty() && !isContract(rest) && hasLetters(rest)) {
                    pieces.add(piece(rest, vocabulary));
                }
            }
        }
        return decide(pieces, location, order, vocabulary);
    }

    private static boolean hasLetters(Slice slice) {
        return slice.text().chars().filter(Character::isLetter).count() >= 2;
    }

    private static boolean isContract(Slice slice) {
        return CONTRACTS.contains(Words.fold(slice.text()));
    }

    private static boolean isPlace(Slice slice) {
        return Places.isPlace(slice.text()) && Titles.score(slice.text()) == 0;
    }

    /** "at" and its kin divide only after a title. */
    private static List<Slice> parts(Slice header, Vocabulary vocabulary) {
        List<Slice> parts = new ArrayList<>();
        for (Slice part : header.split(SEPARATOR)) {
            Matcher at = AT.matcher(part.text());
            Matcher en = EN.matcher(part.text());
            if (at.find() && at.start() > 0 && at.end() < part.length()) {
                parts.add(part.sub(0, at.start()).strip());
                parts.add(part.sub(at.end(), part.length()).strip());
            } else if (en.find()
                    && en.start() > 0
                    && piece(part.sub(0, en.start()), vocabulary).title() >= 2
                    && piece(part.sub(en.end(), part.length()), vocabulary).employer() >= 2) {
                parts.add(part.sub(0, en.start()).strip());
                parts.add(part.sub(en.end(), part.length()).strip());
            } else {
                parts.add(part);
            }
        }
        return parts;
    }

    private static Piece piece(Slice slice, Vocabulary vocabulary) {
        String text = slice.text();
        double title = Titles.score(text) + (vocabulary.isTitle(text) ? 2.5 : 0);
        return new Piece(slice, title, Organisations.employerScore(text));
    }

    /**
     * The longest place that ends the phrase after a comma. An unknown name before a country may be a town or an
     * employer: right behind a title it is the employer.
     */
    private static Optional<Slice> trailingPlace(Slice slice) {
        List<Slice> parts = slice.split(COMMA);
        for (int i = 1; i < parts.size(); i++) {
            Slice first = parts.get(i);
            Slice tail = new Slice(slice.source(), first.start(), slice.end());
            boolean known = Places.isPlace(first.text());
            boolean other = Organisations.isLegalForm(first.text())
                    || !known && Organisations.employerScore(first.text()) >= 2
                    || !known
                            && i == 1
                            && i + 1 < parts.size()
                            && Titles.score(parts.getFirst().text()) >= 2;
            if (!other && isPlace(tail)) {
                return Optional.of(tail);
            }
        }
        return Optional.empty();
    }

    private static WorkHeading decide(
            List<Piece> pieces, Optional<Slice> location, Order order, Vocabulary vocabulary) {
        if (pieces.isEmpty()) {
            return new WorkHeading(Optional.empty(), Optional.empty(), location, true, 0);
        }
        List<Piece> divided = pieces.size() == 1 || noneLooksLikeEmployer(pieces) && pieces.size() < 2
                ? divided(pieces.getFirst(), order, vocabulary)
                : pieces;
        if (divided.size() == 1) {
            return single(divided.getFirst(), location);
        }
        int title = 0;
        int employer = 1;
        double best = Double.NEGATIVE_INFINITY;
        double second = Double.NEGATIVE_INFINITY;
        for (int t = 0; t < divided.size(); t++) {
            for (int e = 0; e < divided.size(); e++) {
                if (t == e) {
                    continue;
                }
                double score = divided.get(t).lead() - divided.get(e).lead() + prior(t, e, order);
                if (score > best) {
                    second = best;
                    best = score;
                    title = t;
                    employer = e;
                } else if (score > second) {
                    second = score;
                }
            }
        }
        Slice chosenTitle = divided.get(title).slice();
        Slice chosenEmployer = divided.get(employer).slice();
        int left = leftover(divided, title, employer);
        Optional<Slice> place = location.isEmpty() && left >= 0 && looksLikeUnknownPlace(divided.get(left))
                ? Optional.of(divided.get(left).slice())
                : location;
        return new WorkHeading(
                Optional.of(chosenTitle),
                Optional.of(chosenEmployer),
                place,
                chosenTitle.start() < chosenEmployer.start(),
                Math.max(0, best - second));
    }

    private static boolean noneLooksLikeEmployer(List<Piece> pieces) {
        return pieces.stream().allMatch(piece -> piece.employer() < 2);
    }

    /** The two that stand first are the likelier pair; the order of the resume's other headings weighs most. */
    private static double prior(int title, int employer, Order order) {
        double closeness = -0.4 * (title + employer);
        double usual = switch (order) {
            case UNKNOWN -> title < employer ? 0.3 : 0;
            case TITLE_FIRST -> title < employer ? 1.6 : 0;
            case EMPLOYER_FIRST -> title > employer ? 1.6 : 0;
        };
        return closeness + usual;
    }

    private static WorkHeading single(Piece piece, Optional<Slice> location) {
        boolean isTitle = piece.title() >= 2 && piece.lead() > -1.5;
        return new WorkHeading(
                isTitle ? Optional.of(piece.slice()) : Optional.empty(),
                isTitle ? Optional.empty() : Optional.of(piece.slice()),
                location,
                true,
                0);
    }

    /** "Nexus AI, Co-Founder & CTO" at the comma that leaves the clearest title on one side. */
    private static List<Piece> divided(Piece whole, Order order, Vocabulary vocabulary) {
        List<Slice> parts = whole.slice().split(COMMA);
        List<Piece> best = List.of(whole);
        double bestScore = 0.9;
        for (int i = 1; i < parts.size(); i++) {
            if (Organisations.isLegalForm(parts.get(i).text())) {
                continue;
            }
            Piece left = piece(
                    new Slice(
                            whole.slice().source(),
                            whole.slice().start(),
                            parts.get(i - 1).end()),
                    vocabulary);
            Piece right = piece(
                    new Slice(
                            whole.slice().source(),
                            parts.get(i).start(),
                            whole.slice().end()),
                    vocabulary);
            double contrast = Math.abs(left.lead() - right.lead());
            boolean titleFirst = left.lead() > right.lead();
            double fits = order == Order.UNKNOWN || (order == Order.TITLE_FIRST) == titleFirst ? 0.5 : 0;
            if (Math.max(left.title(), right.title()) >= 2 && contrast + fits > bestScore) {
                bestScore = contrast + fits;
                best = List.of(left, right);
            }
        }
        return best;
    }

    private static int leftover(List<Piece> pieces, int title, int employer) {
        for (int i = pieces.size() - 1; i >= 0; i--) {
            if (i != title && i != employer) {
                return i;
            }
        }
        return -1;
    }

    private static boolean looksLikeUnknownPlace(Piece piece) {
        String text = piece.slice().text();
        return piece.title() == 0
                && piece.employer() == 0
                && text.length() <= 40
                && text.matches("\\p{Lu}[\\p{L}.'’ -]+(?:, ?\\p{Lu}[\\p{L}.'’ -]+){0,2}");
    }
}
