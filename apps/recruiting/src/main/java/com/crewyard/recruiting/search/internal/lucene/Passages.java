package com.crewyard.recruiting.search.internal.lucene;

import com.crewyard.recruiting.search.SearchAnswer.Part;
import com.crewyard.recruiting.search.SearchAnswer.Passage;
import com.crewyard.recruiting.search.internal.SearchDocument.TextField;
import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;

/** The places of a text where the words are, from the offsets that the index has anyway. */
final class Passages {

    private static final String FIELD = Analysis.of(TextField.TEXT);
    private static final int MOST = 2;
    private static final int LENGTH = 130;
    private static final int LONGEST_TEXT = 60_000;

    private Passages() {}

    /** For each of the documents, in their order. */
    static List<List<Passage>> of(IndexSearcher searcher, Query words, int[] documents) throws IOException {
        if (documents.length == 0) {
            return List.of();
        }
        Object[] found = new Highlighter(builder(searcher)).marked(words, documents);
        List<List<Passage>> passages = new ArrayList<>();
        for (int i = 0; i < documents.length; i++) {
            passages.add(found[i] instanceof Formatted(List<Passage> own) ? own : List.of());
        }
        return passages;
    }

    private static UnifiedHighlighter.Builder builder(IndexSearcher searcher) {
        return UnifiedHighlighter.builder(searcher, Analysis.OF_FIELDS)
                .withMaxLength(LONGEST_TEXT)
                .withMaxNoHighlightPassages(0)
                .withWeightMatches(false)
                .withHighlightPhrasesStrictly(false)
                .withHandleMultiTermQuery(false)
                .withFieldMatcher(field -> field.startsWith("text.") && !field.equals(Analysis.of(TextField.NAME)))
                .withBreakIterator(() -> LengthGoalBreakIterator.createClosestToLength(
                        BreakIterator.getWordInstance(Locale.ROOT), LENGTH, 0.4f))
                .withFormatter(new Marks());
    }

    private record Formatted(List<Passage> passages) {}

    /** Opens what the library keeps for its subclasses: passages as objects. */
    private static final class Highlighter extends UnifiedHighlighter {
        Highlighter(Builder builder) {
            super(builder);
        }

        Object[] marked(Query words, int[] documents) throws IOException {
            Map<String, Object[]> marked =
                    highlightFieldsAsObjects(new String[] {FIELD}, words, documents, new int[] {MOST});
            Object[] found = marked.get(FIELD);
            return found == null ? new Object[documents.length] : found;
        }
    }

    private static final class Marks extends PassageFormatter {
        @Override
        public Object format(org.apache.lucene.search.uhighlight.Passage[] found, String text) {
            List<Passage> passages = new ArrayList<>();
            Arrays.stream(found)
                    .filter(passage -> passage.getNumMatches() > 0)
                    .forEach(passage -> passages.add(new Passage(parts(passage, text))));
            return new Formatted(passages);
        }

        private static List<Part> parts(org.apache.lucene.search.uhighlight.Passage passage, String text) {
            List<Part> parts = new ArrayList<>();
            int at = passage.getStartOffset();
            for (int i = 0; i < passage.getNumMatches(); i++) {
                int start = Math.max(at, passage.getMatchStarts()[i]);
                int end = Math.min(passage.getMatchEnds()[i], passage.getEndOffset());
                if (end > start) {
                    add(parts, text.substring(at, start), false);
                    add(parts, text.substring(start, end), true);
                    at = end;
                }
            }
            add(parts, text.substring(at, Math.max(at, passage.getEndOffset())), false);
            return parts;
        }

        private static void add(List<Part> parts, String text, boolean marked) {
            String line = text.replaceAll("\\s+", " ");
            if (!line.isEmpty()) {
                parts.add(new Part(line, marked));
            }
        }
    }
}
