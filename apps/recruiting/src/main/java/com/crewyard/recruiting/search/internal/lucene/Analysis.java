package com.crewyard.recruiting.search.internal.lucene;

import com.crewyard.recruiting.search.internal.SearchDocument.TextField;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * How texts become terms: words by Unicode's rules (UAX 29), in lower case, without accents, ü, ue and u alike; in all but
 * names with their stems beside them, the English (Krovetz's) and the German one: resumes mix languages within a sentence,
 * and a title or a list of skills is too short to tell one, so every word is taken for both. C++ and C# keep their signs.
 */
public final class Analysis {

    /** All words of a document as written, without stems, to complete and to correct what people type. */
    static final String WORDS = "words";

    static final int GAP = 100;

    private static final int LONGEST_WORD = 100;
    private static final NormalizeCharMap SIGNS = signs();

    /** Words as they stand. */
    static final Analyzer PLAIN = new Chain(false);

    private static final Analyzer STEMMED = new Chain(true);

    /** For writing. */
    static final Analyzer OF_FIELDS = new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
        @Override
        protected Analyzer getWrappedAnalyzer(String field) {
            return hasStems(field) ? STEMMED : PLAIN;
        }
    };

    private Analysis() {}

    /** The field's name in the index. */
    static String of(TextField field) {
        return "text." + field.name().toLowerCase(Locale.ROOT);
    }

    private static boolean hasStems(String field) {
        return !field.equals(WORDS) && !field.equals(of(TextField.NAME));
    }

    /** The words of a text as written, each with its stems after it. */
    public static List<List<String>> words(String text) {
        List<List<String>> words = new ArrayList<>();
        try (TokenStream stream = STEMMED.tokenStream("query", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute increment = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                if (increment.getPositionIncrement() > 0 || words.isEmpty()) {
                    words.add(new ArrayList<>());
                }
                words.getLast().add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
        return words;
    }

    private static NormalizeCharMap signs() {
        NormalizeCharMap.Builder signs = new NormalizeCharMap.Builder();
        for (String language : List.of("c", "C")) {
            signs.add(language + "++", "cplusplus");
            signs.add(language + "#", "csharp");
        }
        signs.add("F#", "fsharp");
        signs.add("f#", "fsharp");
        return signs.build();
    }

    private static final class Chain extends Analyzer {
        private final boolean stems;

        Chain(boolean stems) {
            this.stems = stems;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer words = new StandardTokenizer();
            words.setMaxTokenLength(LONGEST_WORD);
            TokenStream folded = new ASCIIFoldingFilter(new GermanNormalizationFilter(new LowerCaseFilter(words)));
            return new TokenStreamComponents(words, stems ? stemmed(folded) : folded);
        }

        private static TokenStream stemmed(TokenStream words) {
            return new RemoveDuplicatesTokenFilter(new MoreStems(new KStemFilter(new KeywordRepeatFilter(words))));
        }

        @Override
        protected Reader initReader(String field, Reader reader) {
            return new MappingCharFilter(SIGNS, reader);
        }

        @Override
        public int getPositionIncrementGap(String field) {
            return GAP;
        }
    }
}
