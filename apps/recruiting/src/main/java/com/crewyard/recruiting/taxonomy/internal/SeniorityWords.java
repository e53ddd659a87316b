package com.crewyard.recruiting.taxonomy.internal;

import com.crewyard.recruiting.taxonomy.Seniority;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The words of a title that tell its level. */
final class SeniorityWords {
    private final Phrases<Seniority> words = new Phrases<>();

    /** What a title says of its level, and which of its tokens say it. */
    record Reading(Seniority seniority, BitSet tokens) {}

    static SeniorityWords load() {
        SeniorityWords seniority = new SeniorityWords();
        for (List<String> row : Table.rows("seniority.tsv", 3)) {
            Seniority level = Seniority.valueOf(row.get(0).toUpperCase(Locale.ROOT));
            for (String word : Table.values(row.get(2))) {
                seniority.words.add(word, level);
            }
        }
        return seniority;
    }

    /** The highest level named wins: a "senior director" is a director. */
    Reading read(CharSequence title) {
        Tokens tokens = words.tokens(title);
        BitSet used = new BitSet(tokens.size());
        Seniority highest = Seniority.UNSTATED;
        for (int i = 0; i < tokens.size(); i++) {
            Optional<Phrases.Match<Seniority>> match = words.longestAt(tokens, i);
            if (match.isPresent()) {
                used.set(i, i + match.get().tokens());
                i += match.get().tokens() - 1;
                if (match.get().value().level() > highest.level()) {
                    highest = match.get().value();
                }
            }
        }
        return new Reading(highest, used);
    }
}
