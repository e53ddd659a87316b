package com.crewyard.recruiting.search.internal.opensearch;

import com.crewyard.recruiting.search.DocumentKey;
import com.crewyard.recruiting.search.Facet;
import com.crewyard.recruiting.search.Kind;
import com.crewyard.recruiting.search.internal.SearchDocument;
import com.crewyard.recruiting.search.internal.SearchDocument.KeywordField;
import com.crewyard.recruiting.search.internal.SearchDocument.NumberField;
import com.crewyard.recruiting.search.internal.SearchDocument.TextField;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Our documents as the cluster keeps them, and how it makes words of texts, to the effect of Lucene's analysis. */
final class Mapping {

    /** Changes with anything here or in {@code index.json}; part of the index's name, so that releases share none. */
    static final int VERSION = 2;

    static final String KIND = "kind";
    static final String KEY = "key";
    static final String DETAIL = "detail";
    static final String PLACE = "place";
    static final String NAME = "name";
    static final String BY_NAME = "by_name";
    static final String BY_KEY = "by_key";
    static final String POSITION = "position";
    static final String MANNER = "manner";
    /** What matching has an index hold of candidates; {@link com.crewyard.recruiting.matching.Prepared}. */
    static final String SKILL = "match.skill";

    static final String STAMP = "match.stamp";
    static final String SAMPLE = "match.sample";
    static final String BLIND_WORDS = "match.words";
    /** All words of a document as written. */
    static final String WORDS = "words";
    /** The analyzer for words that have been analyzed. */
    static final String AS_IT_IS = "whitespace";

    private static final int LONGEST_SORTED = 200;
    private static final int LONGEST_KEYWORD = 500;

    private Mapping() {}

    static String of(TextField field) {
        return "text." + code(field);
    }

    static String of(KeywordField field) {
        return "keyword." + code(field);
    }

    static String of(NumberField field) {
        return "number." + code(field);
    }

    static String of(Facet facet) {
        return "facet." + facet.code();
    }

    private static String code(Enum<?> field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    /** Settings and mapping of a new index. One shard, so that counts and weights of words are those of all documents. */
    static Map<String, Object> index(JsonNode analysis) {
        return Map.of(
                "settings",
                Map.of(
                        "index",
                        Map.of("number_of_shards", 1, "auto_expand_replicas", "0-1", "refresh_interval", "5s"),
                        "analysis",
                        analysis),
                "mappings",
                Map.of("dynamic", false, "properties", properties()));
    }

    private static Map<String, Object> properties() {
        Map<String, Object> keyword = Map.of("type", "keyword", "ignore_above", LONGEST_KEYWORD);
        Map<String, Object> number = Map.of("type", "long");
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(KEY, Map.of("type", "keyword"));
        properties.put(KIND, Map.of("type", "keyword"));
        properties.put(BY_NAME, Map.of("type", "keyword"));
        properties.put(BY_KEY, number);
        properties.put(WORDS, Map.of("type", "text", "analyzer", "plain", "index_options", "docs", "norms", false));
        properties.put("text", Map.of("properties", each(TextField.values(), null)));
        properties.put("keyword", Map.of("properties", each(KeywordField.values(), keyword)));
        properties.put("number", Map.of("properties", each(NumberField.values(), number)));
        properties.put("facet", Map.of("properties", each(Facet.values(), keyword)));
        properties.put(SKILL, keyword);
        properties.put(STAMP, number);
        properties.put(SAMPLE, number);
        properties.put(BLIND_WORDS, Map.of("type", "text", "analyzer", "stemmed"));
        return properties;
    }

    private static Map<String, Object> each(Enum<?>[] fields, @Nullable Map<String, Object> type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Enum<?> field : fields) {
            properties.put(code(field), field instanceof TextField text ? text(text) : Objects.requireNonNull(type));
        }
        return properties;
    }

    private static Map<String, Object> text(TextField field) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("type", "text");
        text.put("analyzer", field == TextField.NAME ? "plain" : "stemmed");
        text.put("index_options", field == TextField.TEXT ? "offsets" : "positions");
        text.put("position_increment_gap", 100);
        if (field.weight() > 0) {
            text.put("copy_to", List.of(WORDS));
        }
        return text;
    }

    static Map<String, Object> of(SearchDocument source) {
        DocumentKey key = source.key();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(KEY, key.toString());
        document.put(KIND, key.kind().code());
        document.put(NAME, source.name());
        document.put(DETAIL, source.detail());
        document.put(PLACE, source.location());
        document.put(BY_NAME, sortable(source.name()));
        document.put(BY_KEY, order(key));
        document.put("text", byCode(source.texts()));
        document.put("keyword", byCode(source.keywords()));
        document.put("number", byCode(source.numbers()));
        document.put("facet", byCode(source.facets()));
        source.prepared().ifPresent(prepared -> {
            document.put(SKILL, prepared.skills());
            document.put(STAMP, prepared.stamp());
            document.put(SAMPLE, prepared.sample());
            document.put(BLIND_WORDS, prepared.words());
        });
        return document;
    }

    private static Map<String, Object> byCode(Map<? extends Enum<?>, ?> values) {
        return values.entrySet().stream().collect(Collectors.toMap(entry -> code(entry.getKey()), Map.Entry::getValue));
    }

    static long order(DocumentKey key) {
        return key.id() * 2 + (key.kind() == Kind.JOB ? 1 : 0);
    }

    static DocumentKey key(long order) {
        return new DocumentKey(order % 2 == 1 ? Kind.JOB : Kind.CANDIDATE, order / 2);
    }

    static Map<String, Object> ofKinds(Set<Kind> kinds) {
        return Clauses.in(KIND, kinds.stream().map(Kind::code).sorted().toList());
    }

    private static String sortable(String name) {
        String folded = Normalizer.normalize(name.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        return folded.substring(0, Math.min(LONGEST_SORTED, folded.length()));
    }
}
