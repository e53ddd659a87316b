package com.crewyard.recruiting.search.internal.lucene;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.GermanStemmer;

/**
 * Puts the German stem of each word (those that are marked as keywords) beside it. Words in -er keep it: that is who does
 * something, in both languages, and an engineer is not an engine.
 */
final class GermanStems extends TokenFilter {

    private static final int SHORTEST = 3;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final SnowballStemmer stemmer = new GermanStemmer();
    private @Nullable State word;
    private String stem = "";

    GermanStems(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (word != null) {
            restoreState(word);
            word = null;
            term.setEmpty().append(stem);
            increment.setPositionIncrement(0);
            keyword.setKeyword(false);
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        if (keyword.isKeyword()) {
            String text = term.toString();
            stem = stem(text);
            if (!stem.equals(text)) {
                word = captureState();
            }
        }
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        word = null;
    }

    private String stem(String text) {
        if (text.endsWith("er")) {
            return text;
        }
        if (text.endsWith("ern") || text.endsWith("ers")) {
            return text.substring(0, text.length() - 1);
        }
        stemmer.setCurrent(text);
        stemmer.stem();
        String found = stemmer.getCurrent();
        return found.length() < SHORTEST ? text : found;
    }
}
