package com.crewyard.recruiting.search.internal.opensearch;

import com.crewyard.recruiting.search.Note;
import com.crewyard.recruiting.search.internal.SearchDocument.TextField;
import com.crewyard.recruiting.search.internal.lucene.Analysis;
import com.crewyard.recruiting.search.internal.query.Condition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Conditions in the cluster's language, with what the index's own words add: completions and corrections. */
final class Translation {

    /** How much the fields in which a word is not at its best add to the one where it is. */
    private static final float TIE = 0.15f;

    private static final float STEM = 0.7f;
    private static final float CORRECTION = 0.5f;
    private static final float COMPLETION = 0.6f;
    private static final int MOST_COMPLETIONS = 24;
    /** About what a rare word in a title is worth. */
    private static final float KNOWN_BY_ID = 6f;
    /** A cluster takes 1,024 by default. */
    private static final int MOST_CLAUSES = 900;

    private static final List<TextField> WEIGHED = Arrays.stream(TextField.values())
            .filter(field -> field.weight() > 0)
            .toList();

    private final Spelling spelling;
    private final boolean brief;
    private final Set<Note> notes = new LinkedHashSet<>();
    private final Set<String> marked = new LinkedHashSet<>();
    private boolean wanted = true;
    private int clauses;

    private Translation(Spelling spelling, boolean brief) {
        this.spelling = spelling;
        this.brief = brief;
    }

    /**
     * @param query what to find
     * @param marked words to be marked in texts
     */
    record Translated(Map<String, Object> query, Set<String> marked, List<Note> notes) {}

    /** Of very many words each is looked for in the document as a whole, as more clauses than the cluster takes would fail. */
    static Translated of(Condition condition, Spelling spelling) {
        Translation full = new Translation(spelling, false);
        Map<String, Object> query = full.of(condition);
        if (full.clauses <= MOST_CLAUSES) {
            return new Translated(query, full.marked, List.copyOf(full.notes));
        }
        Translation brief = new Translation(spelling, true);
        return new Translated(brief.of(condition), brief.marked, List.copyOf(brief.notes));
    }

    private Map<String, Object> of(Condition condition) {
        return switch (condition) {
            case Condition.Everything _ -> Clauses.everything();
            case Condition.All(List<Condition> parts) -> all(parts);
            case Condition.Any(List<Condition> parts) -> Clauses.any(each(parts));
            case Condition.Same(List<Condition> ways) -> Clauses.best(each(ways), TIE);
            case Condition.Not _ -> all(List.of(condition));
            case Condition.Weighted(Condition part, float weight) -> Clauses.weighted(of(part), weight);
            case Condition.Words(Optional<TextField> field, String text, boolean growing) ->
                words(field, text, growing);
            case Condition.Phrase(Optional<TextField> field, String text) -> phrase(field, text);
            case Condition.Keyword(var field, Set<String> values) -> {
                clauses++;
                yield Clauses.constant(
                        Clauses.in(Mapping.of(field), values.stream().sorted().toList()), KNOWN_BY_ID);
            }
            case Condition.Range(var field, long from, long to) -> {
                clauses++;
                yield Clauses.range(Mapping.of(field), from, to);
            }
            case Condition.OfKind(var kind) -> {
                clauses++;
                yield Clauses.constant(Clauses.term(Mapping.KIND, kind.code(), 1), 1);
            }
        };
    }

    private Map<String, Object> all(List<Condition> parts) {
        List<Map<String, Object>> must = new ArrayList<>();
        List<Map<String, Object>> mustNot = new ArrayList<>();
        for (Condition part : parts) {
            if (part instanceof Condition.Not(Condition unwanted)) {
                boolean before = wanted;
                wanted = false;
                mustNot.add(of(unwanted));
                wanted = before;
            } else {
                must.add(of(part));
            }
        }
        return Clauses.all(must, mustNot);
    }

    private List<Map<String, Object>> each(List<Condition> parts) {
        return parts.stream().map(this::of).toList();
    }

    private Map<String, Object> words(Optional<TextField> field, String text, boolean growing) {
        List<List<String>> words = Analysis.words(text);
        List<Map<String, Object>> all = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String last = words.get(i).getFirst();
            boolean open = growing && i == words.size() - 1 && spelling.begins(last);
            all.add(word(field, forms(words.get(i), open), open ? Optional.of(last) : Optional.empty()));
        }
        // A sign alone, such as "&", asks for nothing.
        return all.size() == 1 ? all.getFirst() : Clauses.all(all, List.of());
    }

    /** Terms that stand for a word, and what each counts. */
    private Map<String, Float> forms(List<String> wordAndStems, boolean open) {
        Map<String, Float> forms = new LinkedHashMap<>();
        String word = wordAndStems.getFirst();
        forms.put(word, 1f);
        wordAndStems.forEach(stem -> forms.putIfAbsent(stem, STEM));
        List<String> corrections = open ? List.of() : spelling.corrections(word);
        for (String correction : corrections) {
            Analysis.words(correction).stream()
                    .flatMap(List::stream)
                    .forEach(form -> forms.putIfAbsent(form, CORRECTION));
        }
        if (!corrections.isEmpty()) {
            notes.add(Note.of(Note.Code.CORRECTED, word, String.join(", ", corrections)));
        }
        if (wanted) {
            marked.addAll(forms.keySet());
        }
        return forms;
    }

    private Map<String, Object> word(Optional<TextField> field, Map<String, Float> forms, Optional<String> beginning) {
        if (brief && field.isEmpty()) {
            clauses++;
            return Clauses.constant(Clauses.in(Mapping.WORDS, forms.keySet()), 1);
        }
        List<Map<String, Object>> queries = new ArrayList<>();
        for (TextField each : field.map(List::of).orElse(WEIGHED)) {
            float weight = field.isEmpty() ? each.weight() : 1;
            String name = Mapping.of(each);
            List<Map<String, Object>> ways = new ArrayList<>();
            forms.forEach((form, share) -> ways.add(Clauses.term(name, form, share * weight)));
            beginning.ifPresent(
                    begun -> ways.add(Clauses.beginning(name, begun, MOST_COMPLETIONS, COMPLETION * weight)));
            clauses += forms.size() + (beginning.isPresent() ? MOST_COMPLETIONS : 0);
            queries.add(Clauses.best(ways, 0));
        }
        return Clauses.best(queries, TIE);
    }

    private Map<String, Object> phrase(Optional<TextField> field, String text) {
        List<String> words = Analysis.words(text).stream().map(List::getFirst).toList();
        if (words.isEmpty()) {
            return Clauses.nothing();
        }
        if (wanted) {
            marked.addAll(words);
        }
        List<TextField> fields = field.map(List::of).orElse(brief ? List.of(TextField.TEXT) : WEIGHED);
        clauses += fields.size();
        return Clauses.best(
                fields.stream()
                        .map(each -> Clauses.phrase(Mapping.of(each), words, field.isEmpty() ? each.weight() : 1))
                        .toList(),
                TIE);
    }
}
