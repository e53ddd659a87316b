package com.crewyard.recruiting.search.internal.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/** Words of the index that somebody may have meant. */
final class Spelling {

    private static final int SHORTEST = 4;
    private static final int LONG = 8;
    private static final int MOST_CORRECTIONS = 3;
    private static final int MOST_COMPLETIONS = 24;
    private static final int MOST_LOOKED_AT = 2_000;

    /** Knows no words, so that none is completed or corrected. */
    static final Spelling EXACT = new Spelling((Terms) null);

    private final @Nullable Terms words;

    private Spelling(@Nullable Terms words) {
        this.words = words;
    }

    Spelling(IndexReader reader) throws IOException {
        this(MultiTerms.getTerms(reader, Analysis.WORDS));
    }

    private record Found(String word, int edits, int documents) {}

    boolean knows(String word) throws IOException {
        return words != null && words.iterator().seekExact(new BytesRef(word));
    }

    /** One edit away, from eight letters on two (Damerau-Levenshtein), the nearest and most frequent first. */
    List<String> corrections(String word) throws IOException {
        if (words == null || word.length() < SHORTEST || word.chars().anyMatch(Character::isDigit)) {
            return List.of();
        }
        List<Found> found = new ArrayList<>();
        int most = word.length() >= LONG ? 2 : 1;
        for (int edits = 1; edits <= most && found.isEmpty(); edits++) {
            FuzzyTermsEnum near = new FuzzyTermsEnum(words, new Term(Analysis.WORDS, word), edits, 1, true);
            for (BytesRef term = near.next(); term != null; term = near.next()) {
                found.add(new Found(term.utf8ToString(), edits, near.docFreq()));
            }
        }
        return found.stream()
                .sorted(Comparator.comparingInt(Found::edits)
                        .thenComparing(Comparator.comparingInt(Found::documents).reversed())
                        .thenComparing(Found::word))
                .limit(MOST_CORRECTIONS)
                .map(Found::word)
                .toList();
    }

    /** Words that begin so, the most frequent first. */
    List<String> completions(String beginning) throws IOException {
        if (words == null || beginning.length() < 2) {
            return List.of();
        }
        List<Found> found = new ArrayList<>();
        BytesRef prefix = new BytesRef(beginning);
        TermsEnum terms = words.iterator();
        TermsEnum.SeekStatus status = terms.seekCeil(prefix);
        while (status != TermsEnum.SeekStatus.END && found.size() < MOST_LOOKED_AT) {
            BytesRef term = terms.term();
            if (!StringHelper.startsWith(term, prefix)) {
                break;
            }
            found.add(new Found(term.utf8ToString(), 0, terms.docFreq()));
            status = terms.next() == null ? TermsEnum.SeekStatus.END : TermsEnum.SeekStatus.FOUND;
        }
        return found.stream()
                .sorted(Comparator.comparingInt(Found::documents).reversed().thenComparing(Found::word))
                .limit(MOST_COMPLETIONS)
                .map(Found::word)
                .toList();
    }
}
