package com.crewyard.recruiting.taxonomy.internal;

import com.crewyard.recruiting.taxonomy.NormalizedTitle;
import com.crewyard.recruiting.taxonomy.Seniority;
import com.crewyard.recruiting.taxonomy.Title;
import com.crewyard.recruiting.taxonomy.internal.SeniorityWords.Reading;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the title in what people write: a name of it exactly, then without level words, then inside, then most of it. */
public final class TitleNormalizer {
    static final double EXACT = 1.0;
    static final double WITHOUT_LEVEL = 0.95;
    static final double MANAGES_FIELD = 0.85;

    /** A name found inside more words: between these two, by the share of words it covers. */
    static final double INSIDE_LEAST = 0.5;

    static final double INSIDE_MOST = 0.9;

    private static final int MOST_WORDS = 1000;

    private static final Set<Seniority> AMBIGUOUS_IN_NAMES =
            Set.of(Seniority.JUNIOR, Seniority.MID, Seniority.PRINCIPAL);

    private final TitleCatalog catalog;
    private final SeniorityWords levels = SeniorityWords.load();
    private final TitleOverlap overlap;

    public TitleNormalizer(TitleCatalog catalog) {
        this.catalog = catalog;
        this.overlap = new TitleOverlap(catalog);
    }

    private record Found(Title title, double confidence, BitSet tokens, boolean levelInName) {}

    public NormalizedTitle normalise(String raw) {
        String title = TitleText.withoutGender(raw);
        Reading level = levels.read(title);
        for (String reading : TitleText.readings(title)) {
            Optional<Found> found = named(reading);
            if (found.isPresent()) {
                return result(title, reading, found.get(), level);
            }
        }
        Optional<Found> best = inside(title);
        if (best.isEmpty()) {
            best = overlap.best(withoutLevel(title))
                    .map(match -> new Found(match.title(), match.confidence(), new BitSet(), false));
        }
        return best.map(found -> result(title, title, found, level))
                .orElseGet(() ->
                        new NormalizedTitle(Optional.empty(), level.seniority(), words(title, level.tokens()), 0));
    }

    private Optional<Found> named(String reading) {
        Optional<Title> exact = catalog.byName(reading);
        if (exact.isPresent()) {
            return Optional.of(new Found(exact.get(), EXACT, everything(), true));
        }
        String bare = withoutLevel(reading);
        if (bare.equals(reading) || bare.isEmpty()) {
            return Optional.empty();
        }
        return catalog.byName(bare)
                .map(title -> new Found(title, WITHOUT_LEVEL, everything(), false))
                .or(() -> managed(reading, bare));
    }

    /** A "Head of Marketing" or "Director, Sales" names a field; the taxonomy names who runs it. */
    private Optional<Found> managed(String reading, String field) {
        if (levels.read(reading).seniority().level() < Seniority.LEAD.level()) {
            return Optional.empty();
        }
        return catalog.byName(field + " Manager").map(title -> new Found(title, MANAGES_FIELD, everything(), false));
    }

    private Optional<Found> inside(String title) {
        Tokens tokens = catalog.names().tokens(title);
        int counted = tokens.size() - levels.read(title).tokens().cardinality();
        Optional<Phrases.Match<Title>> longest = Optional.empty();
        for (int i = 0; i < tokens.size(); i++) {
            Optional<Phrases.Match<Title>> match = catalog.names().longestAt(tokens, i);
            if (match.isPresent()
                    && (longest.isEmpty()
                            || match.get().tokens() > longest.get().tokens())) {
                longest = match;
            }
        }
        return longest.map(match -> {
            BitSet covered = new BitSet();
            covered.set(match.firstToken(), match.firstToken() + match.tokens());
            double share = Math.min(1.0, (double) match.tokens() / Math.max(1, counted));
            double confidence = INSIDE_LEAST + (INSIDE_MOST - INSIDE_LEAST) * share;
            return new Found(match.value(), confidence, covered, false);
        });
    }

    private NormalizedTitle result(String title, String reading, Found found, Reading level) {
        Seniority seniority = found.levelInName() ? levelBeside(found.title(), level) : level.seniority();
        String remainder = reading.equals(title) ? rest(title, found, level) : TitleText.without(reading, title);
        return new NormalizedTitle(
                Optional.of(found.title()), seniority, words(remainder, new BitSet()), found.confidence());
    }

    /** "Staff Nurse" and "Administrative Assistant" are names; only a "Marketing Director" has a level in its name. */
    private Seniority levelBeside(Title title, Reading level) {
        Seniority inLabel = levels.read(title.label()).seniority();
        if (inLabel == Seniority.CHIEF) {
            return level.seniority() == Seniority.UNSTATED ? inLabel : level.seniority();
        }
        boolean partOfTheName = inLabel == level.seniority() || AMBIGUOUS_IN_NAMES.contains(level.seniority());
        return partOfTheName ? Seniority.UNSTATED : level.seniority();
    }

    private static String rest(String title, Found found, Reading level) {
        BitSet used = (BitSet) level.tokens().clone();
        used.or(found.tokens());
        return words(title, used);
    }

    private String withoutLevel(String title) {
        return words(title, levels.read(title).tokens());
    }

    private static BitSet everything() {
        BitSet tokens = new BitSet();
        tokens.set(0, MOST_WORDS);
        return tokens;
    }

    private static String words(String text, BitSet without) {
        Tokens tokens = Tokens.of(text, new TokenDictionary());
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (!without.get(i)) {
                words.add(text.substring(tokens.start(i), tokens.end(i)));
            }
        }
        return String.join(" ", words);
    }
}
