package com.crewyard.recruiting.search.internal.opensearch;

import com.crewyard.recruiting.search.SearchAnswer.Part;
import com.crewyard.recruiting.search.SearchAnswer.Passage;
import com.crewyard.recruiting.search.internal.SearchDocument.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The places of a text where the words are, as the cluster marks them. */
final class Passages {

    private static final String FIELD = Mapping.of(TextField.TEXT);
    private static final int MOST = 2;
    private static final int LENGTH = 130;
    /** Noncharacters, which Unicode leaves to uses such as this: no text has them. */
    private static final char BEGIN = '\ufdd0';

    private static final char END = '\ufdd1';

    private Passages() {}

    /** What to ask for so that these words are marked. */
    static Map<String, Object> request(Set<String> words) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("type", "unified");
        request.put("pre_tags", List.of(String.valueOf(BEGIN)));
        request.put("post_tags", List.of(String.valueOf(END)));
        request.put("number_of_fragments", MOST);
        request.put("fragment_size", LENGTH);
        request.put("order", "score");
        request.put(
                "highlight_query",
                Clauses.any(
                        words.stream().map(word -> Clauses.term(FIELD, word, 1)).toList()));
        request.put("fields", Map.of(FIELD, Map.of()));
        return request;
    }

    static List<Passage> of(JsonNode hit) {
        List<Passage> passages = new ArrayList<>();
        for (JsonNode marked : hit.path("highlight").path(FIELD)) {
            passages.add(new Passage(parts(marked.asString())));
        }
        return passages;
    }

    private static List<Part> parts(String text) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        for (int begin = text.indexOf(BEGIN); begin >= 0; begin = text.indexOf(BEGIN, at)) {
            int end = text.indexOf(END, begin);
            if (end < 0) {
                break;
            }
            add(parts, text.substring(at, begin), false);
            add(parts, text.substring(begin + 1, end), true);
            at = end + 1;
        }
        add(parts, text.substring(at), false);
        return parts;
    }

    private static void add(List<Part> parts, String text, boolean marked) {
        String line = text.replaceAll("\\s+", " ");
        if (!line.isEmpty()) {
            parts.add(new Part(line, marked));
        }
    }
}
