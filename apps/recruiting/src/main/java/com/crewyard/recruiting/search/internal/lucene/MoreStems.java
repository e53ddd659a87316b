package com.crewyard.recruiting.search.internal.lucene;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.GermanStemmer;

/**
 * Puts beside each word (those that are marked as keywords) its German stem, and the singular of an English plural that
 * Krovetz's stemmer takes for a word of its own, as it does mechanics. Words in -er keep it: that is who does something, in
 * both languages, and an engineer is not an engine.
 */
final class MoreStems extends TokenFilter {

    private static final int SHORTEST = 3;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final SnowballStemmer stemmer = new GermanStemmer();
    private final Deque<String> stems = new ArrayDeque<>();
    private @Nullable State word;

    MoreStems(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!stems.isEmpty() && word != null) {
            restoreState(word);
            term.setEmpty().append(stems.poll());
            increment.setPositionIncrement(0);
            keyword.setKeyword(false);
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        if (keyword.isKeyword()) {
            String text = term.toString();
            add(stem(text), text);
            add(singular(text), text);
            word = stems.isEmpty() ? null : captureState();
        }
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        stems.clear();
        word = null;
    }

    private void add(String stem, String text) {
        if (!stem.equals(text) && !stems.contains(stem)) {
            stems.add(stem);
        }
    }

    private static String singular(String text) {
        boolean plural = text.length() > SHORTEST
                && text.endsWith("s")
                && !(text.endsWith("ss") || text.endsWith("us") || text.endsWith("is"));
        return plural ? text.substring(0, text.length() - 1) : text;
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
