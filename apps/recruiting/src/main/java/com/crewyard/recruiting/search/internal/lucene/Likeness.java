package com.crewyard.recruiting.search.internal.lucene;

import com.crewyard.recruiting.search.DocumentKey;
import com.crewyard.recruiting.search.Facet;
import com.crewyard.recruiting.search.internal.SearchDocument.TextField;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;

/** Documents with the same skills and titles, and with the words that tell one document from the others. */
final class Likeness {

    private static final int MOST_TERMS = 30;
    private static final int SHORTEST = 3;
    private static final float MOST_COMMON = 0.3f;

    private static final Set<?> STOP_WORDS = stopWords();

    private Likeness() {}

    /** Empty when there is no such document. */
    static Optional<Query> to(IndexSearcher searcher, DocumentKey key) throws IOException {
        TopDocs found = searcher.search(new TermQuery(Mapping.key(key)), 1);
        if (found.scoreDocs.length == 0) {
            return Optional.empty();
        }
        int document = found.scoreDocs[0].doc;
        BooleanQuery.Builder like = new BooleanQuery.Builder();
        addShared(like, searcher.getIndexReader(), document);
        like.add(words(searcher.getIndexReader(), document), Occur.SHOULD);
        return Optional.of(like.build());
    }

    private static Query words(IndexReader reader, int document) throws IOException {
        MoreLikeThis like = new MoreLikeThis(reader);
        like.setFieldNames(new String[] {Analysis.of(TextField.TEXT), Analysis.of(TextField.TITLE)});
        like.setAnalyzer(Analysis.PLAIN);
        like.setMinTermFreq(1);
        like.setMinDocFreq(2);
        like.setMaxDocFreq(Math.max(10, (int) (reader.numDocs() * MOST_COMMON)));
        like.setMinWordLen(SHORTEST);
        like.setStopWords(STOP_WORDS);
        like.setMaxQueryTerms(MOST_TERMS);
        return like.like(document);
    }

    /** Each value of a facet counts the more, the fewer documents have it. */
    private static void addShared(BooleanQuery.Builder like, IndexReader reader, int document) throws IOException {
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
        SortedSetDocValues values = leaf.reader().getSortedSetDocValues(FacetsConfig.DEFAULT_INDEX_FIELD_NAME);
        if (values == null || !values.advanceExact(document - leaf.docBase)) {
            return;
        }
        for (int i = 0; i < values.docValueCount(); i++) {
            String path = values.lookupOrd(values.nextOrd()).utf8ToString();
            String[] parts = FacetsConfig.stringToPath(path);
            if (parts[0].equals(Facet.SKILL.name()) || parts[0].equals(Facet.TITLE.name())) {
                Term term = new Term(FacetsConfig.DEFAULT_INDEX_FIELD_NAME, path);
                float rarity = (float) Math.log(1 + (reader.numDocs() + 1.0) / (reader.docFreq(term) + 1.0));
                float weight = parts[0].equals(Facet.TITLE.name()) ? 2 * rarity : rarity;
                like.add(new BoostQuery(new ConstantScoreQuery(new TermQuery(term)), weight), Occur.SHOULD);
            }
        }
    }

    private static Set<?> stopWords() {
        CharArraySet words = new CharArraySet(EnglishAnalyzer.getDefaultStopSet(), true);
        words.addAll(GermanAnalyzer.getDefaultStopSet());
        return words;
    }
}
