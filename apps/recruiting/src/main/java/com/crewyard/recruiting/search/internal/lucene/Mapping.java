package com.crewyard.recruiting.search.internal.lucene;

import com.crewyard.recruiting.matching.Prepared;
import com.crewyard.recruiting.search.DocumentKey;
import com.crewyard.recruiting.search.Facet;
import com.crewyard.recruiting.search.Kind;
import com.crewyard.recruiting.search.internal.SearchDocument;
import com.crewyard.recruiting.search.internal.SearchDocument.KeywordField;
import com.crewyard.recruiting.search.internal.SearchDocument.NumberField;
import com.crewyard.recruiting.search.internal.SearchDocument.TextField;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;

/** Our documents as Lucene keeps them. */
final class Mapping {

    /** Changes with anything here or in {@link Analysis}, so that indexes of earlier versions are built anew. */
    static final int VERSION = 2;

    static final String KEY = "key";
    static final String KIND = "kind";
    static final String DETAIL = "detail";
    static final String PLACE = "place";
    /** To order by. */
    static final String BY_NAME = "by.name";
    /** No two documents have the same. */
    static final String BY_KEY = "by.key";

    /** What matching has an index hold of candidates; {@link com.crewyard.recruiting.matching.Prepared}. */
    static final String CONTENTS = "match.contents";

    static final String STAMP = "match.stamp";
    static final String WORK = "match.work";
    static final String TRADE = "match.trade";
    static final String SKILL = "match.skill";
    static final String BLIND_WORDS = "match.words";
    /** An order that says nothing about the candidates. */
    static final String SAMPLE = "match.sample";
    /** Of those who are worth preparing again. */
    static final String UNFINISHED = "match.unfinished";

    private static final int LONGEST_SORTED = 200;
    private static final int LONGEST_KEYWORD = 500;
    private static final FieldType TEXT = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false);
    private static final FieldType MARKED = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS, true);
    private static final FieldType WORDS = wordsType();

    private static final FacetsConfig FACETS = facetsConfig();

    private Mapping() {}

    static String of(KeywordField field) {
        return "keyword." + field.name().toLowerCase(Locale.ROOT);
    }

    static String of(NumberField field) {
        return "number." + field.name().toLowerCase(Locale.ROOT);
    }

    static FacetsConfig facets() {
        return FACETS;
    }

    static Term key(DocumentKey key) {
        return new Term(KEY, key.toString());
    }

    static Document of(SearchDocument source) {
        Document document = new Document();
        DocumentKey key = source.key();
        document.add(new StringField(KEY, key.toString(), Field.Store.YES));
        document.add(new StringField(KIND, key.kind().code(), Field.Store.NO));
        document.add(new StoredField(DETAIL, source.detail()));
        document.add(new StoredField(PLACE, source.location()));
        document.add(new SortedDocValuesField(BY_NAME, new BytesRef(sortable(source.name()))));
        document.add(new NumericDocValuesField(BY_KEY, order(key)));
        source.texts()
                .forEach((field, texts) -> texts.forEach(text -> {
                    document.add(new Field(Analysis.of(field), text, isMarked(field) ? MARKED : TEXT));
                    if (field.weight() > 0) {
                        document.add(new Field(Analysis.WORDS, text, WORDS));
                    }
                }));
        source.keywords()
                .forEach((field, values) -> values.stream()
                        .filter(value -> value.length() <= LONGEST_KEYWORD)
                        .forEach(value -> document.add(new StringField(of(field), value, Field.Store.NO))));
        source.numbers().forEach((field, value) -> document.add(new LongField(of(field), value, Field.Store.NO)));
        source.facets()
                .forEach((facet, values) -> values.stream()
                        .filter(value -> value.length() <= LONGEST_KEYWORD)
                        .forEach(value -> document.add(new SortedSetDocValuesFacetField(facet.name(), value))));
        source.prepared().ifPresent(prepared -> match(document, prepared));
        return document;
    }

    private static void match(Document document, Prepared prepared) {
        document.add(new BinaryDocValuesField(CONTENTS, new BytesRef(prepared.contents())));
        document.add(new NumericDocValuesField(STAMP, prepared.stamp()));
        document.add(new LongField(SAMPLE, prepared.sample(), Field.Store.NO));
        document.add(new Field(BLIND_WORDS, prepared.words(), TEXT));
        prepared.skills().forEach(skill -> document.add(new StringField(SKILL, skill, Field.Store.NO)));
        prepared.work()
                .ifPresent(vector ->
                        document.add(new KnnFloatVectorField(WORK, vector, VectorSimilarityFunction.DOT_PRODUCT)));
        prepared.trade()
                .ifPresent(vector ->
                        document.add(new KnnFloatVectorField(TRADE, vector, VectorSimilarityFunction.DOT_PRODUCT)));
        if (!prepared.complete()) {
            document.add(new NumericDocValuesField(UNFINISHED, 1));
        }
    }

    /** Texts whose words are marked in results. */
    static boolean isMarked(TextField field) {
        return field == TextField.NAME || field == TextField.TITLE || field == TextField.TEXT;
    }

    static long order(DocumentKey key) {
        return key.id() * 2 + (key.kind() == Kind.JOB ? 1 : 0);
    }

    /** Of documents that were found. */
    static List<DocumentKey> keys(FacetsCollector.MatchingDocs documents) throws IOException {
        List<DocumentKey> keys = new ArrayList<>();
        NumericDocValues orders = DocValues.getNumeric(documents.context().reader(), BY_KEY);
        DocIdSetIterator each = documents.bits().iterator();
        for (int document = each.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = each.nextDoc()) {
            if (orders.advanceExact(document)) {
                long order = orders.longValue();
                keys.add(new DocumentKey(order % 2 == 1 ? Kind.JOB : Kind.CANDIDATE, order / 2));
            }
        }
        return keys;
    }

    private static String sortable(String name) {
        String folded = Normalizer.normalize(name.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        return folded.substring(0, Math.min(LONGEST_SORTED, folded.length()));
    }

    private static FieldType type(IndexOptions options, boolean stored) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.setStored(stored);
        type.freeze();
        return type;
    }

    private static FieldType wordsType() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }

    private static FacetsConfig facetsConfig() {
        FacetsConfig config = new FacetsConfig();
        for (Facet facet : Facet.values()) {
            config.setMultiValued(facet.name(), true);
        }
        return config;
    }
}
