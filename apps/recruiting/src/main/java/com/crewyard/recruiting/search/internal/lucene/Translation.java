package com.crewyard.recruiting.search.internal.lucene;

import com.crewyard.recruiting.search.Note;
import com.crewyard.recruiting.search.internal.SearchDocument.KeywordField;
import com.crewyard.recruiting.search.internal.SearchDocument.TextField;
import com.crewyard.recruiting.search.internal.query.Condition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Conditions as Lucene's queries, with what the index's own words add: completions and corrections. */
final class Translation {

    /** How much the fields in which a word is not at its best add to the one where it is. */
    private static final float TIE = 0.15f;

    private static final float STEM = 0.7f;
    private static final float CORRECTION = 0.5f;
    private static final float COMPLETION = 0.6f;
    /** About what a rare word in a title is worth. */
    private static final float KNOWN_BY_ID = 6f;

    private static final List<TextField> WEIGHED = Arrays.stream(TextField.values())
            .filter(field -> field.weight() > 0)
            .toList();

    private final Spelling spelling;
    private final List<Note> notes = new ArrayList<>();

    Translation(Spelling spelling) {
        this.spelling = spelling;
    }

    List<Note> notes() {
        return notes.stream().distinct().toList();
    }

    Query of(Condition condition) throws IOException {
        return switch (condition) {
            case Condition.Everything _ -> MatchAllDocsQuery.INSTANCE;
            case Condition.All(List<Condition> parts) -> all(parts);
            case Condition.Any(List<Condition> parts) -> any(parts);
            case Condition.Same(List<Condition> ways) -> new DisjunctionMaxQuery(each(ways), TIE);
            case Condition.Not(Condition part) -> all(List.of(new Condition.Not(part)));
            case Condition.Weighted(Condition part, float weight) -> new BoostQuery(of(part), weight);
            case Condition.Words(Optional<TextField> field, String text, boolean growing) ->
                words(field, text, growing);
            case Condition.Phrase(Optional<TextField> field, String text) -> phrase(field, text);
            case Condition.Keyword(KeywordField field, var values) ->
                new BoostQuery(
                        new ConstantScoreQuery(new TermInSetQuery(
                                Mapping.of(field),
                                values.stream().map(BytesRef::new).toList())),
                        KNOWN_BY_ID);
            case Condition.Range(var field, long from, long to) ->
                new ConstantScoreQuery(LongPoint.newRangeQuery(Mapping.of(field), from, to));
            case Condition.OfKind(var kind) ->
                new ConstantScoreQuery(new TermQuery(new Term(Mapping.KIND, kind.code())));
        };
    }

    private Query all(List<Condition> parts) throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        boolean onlyNegative = true;
        for (Condition part : parts) {
            if (part instanceof Condition.Not(Condition unwanted)) {
                all.add(of(unwanted), Occur.MUST_NOT);
            } else {
                all.add(of(part), Occur.MUST);
                onlyNegative = false;
            }
        }
        if (onlyNegative) {
            all.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
        }
        return all.build();
    }

    private Query any(List<Condition> parts) throws IOException {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (Query part : each(parts)) {
            any.add(part, Occur.SHOULD);
        }
        return any.build();
    }

    private List<Query> each(List<Condition> parts) throws IOException {
        List<Query> queries = new ArrayList<>();
        for (Condition part : parts) {
            queries.add(of(part));
        }
        return queries;
    }

    private Query words(Optional<TextField> field, String text, boolean growing) throws IOException {
        List<List<String>> words = Analysis.words(text);
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (int i = 0; i < words.size(); i++) {
            all.add(word(field, forms(words.get(i), growing && i == words.size() - 1)), Occur.MUST);
        }
        // A sign alone, such as "&", asks for nothing.
        return words.isEmpty() ? MatchAllDocsQuery.INSTANCE : single(all.build());
    }

    private static Query single(BooleanQuery all) {
        return all.clauses().size() == 1 ? all.clauses().getFirst().query() : all;
    }

    /** Terms that stand for a word, and what each counts. */
    private Map<String, Float> forms(List<String> wordAndStems, boolean growing) throws IOException {
        Map<String, Float> forms = new LinkedHashMap<>();
        String word = wordAndStems.getFirst();
        forms.put(word, 1f);
        for (String stem : wordAndStems) {
            forms.putIfAbsent(stem, STEM);
        }
        if (growing) {
            for (String completion : spelling.completions(word)) {
                forms.putIfAbsent(completion, COMPLETION);
            }
        }
        if (forms.size() <= wordAndStems.size() && !spelling.knows(word)) {
            List<String> corrections = spelling.corrections(word);
            for (String correction : corrections) {
                for (String form : Analysis.words(correction).getFirst()) {
                    forms.putIfAbsent(form, CORRECTION);
                }
            }
            if (!corrections.isEmpty()) {
                notes.add(Note.of(Note.Code.CORRECTED, word, String.join(", ", corrections)));
            }
        }
        return forms;
    }

    private static Query word(Optional<TextField> field, Map<String, Float> forms) {
        List<Query> queries = new ArrayList<>();
        for (TextField each : field.map(List::of).orElse(WEIGHED)) {
            SynonymQuery.Builder synonyms = new SynonymQuery.Builder(Analysis.of(each));
            forms.forEach((form, weight) -> synonyms.addTerm(new BytesRef(form), weight));
            queries.add(weighted(each, synonyms.build(), field.isEmpty()));
        }
        return queries.size() == 1 ? queries.getFirst() : new DisjunctionMaxQuery(queries, TIE);
    }

    private static Query phrase(Optional<TextField> field, String text) {
        List<List<String>> words = Analysis.words(text);
        if (words.isEmpty()) {
            return new MatchNoDocsQuery("a phrase without words");
        }
        List<Query> queries = new ArrayList<>();
        for (TextField each : field.map(List::of).orElse(WEIGHED)) {
            String name = Analysis.of(each);
            PhraseQuery.Builder phrase = new PhraseQuery.Builder();
            words.forEach(word -> phrase.add(new Term(name, word.getFirst())));
            Query query = words.size() == 1
                    ? new TermQuery(new Term(name, words.getFirst().getFirst()))
                    : phrase.build();
            queries.add(weighted(each, query, field.isEmpty()));
        }
        return queries.size() == 1 ? queries.getFirst() : new DisjunctionMaxQuery(queries, TIE);
    }

    private static Query weighted(TextField field, Query query, boolean weighed) {
        return weighed && field.weight() != 1 ? new BoostQuery(query, field.weight()) : query;
    }
}
