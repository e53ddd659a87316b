package com.crewyard.recruiting.parsing.internal.vocabulary;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises the headings of sections by their wording. */
public final class SectionHeadings {

    private static final int MAX_LENGTH = 60;
    private static final Pattern DECORATION =
            Pattern.compile("^[^\\p{L}]+|[^\\p{L})]+$|\\((?:selected|continued|cont\\.?|suite|forts\\.?)\\)");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}']+");
    private static final Map<String, Section> EXACT = new HashMap<>();
    private static final Map<String, Section> TELLING = new HashMap<>();
    private static final Set<String> FILLERS = new HashSet<>();

    static {
        for (var entry : Words.load("headings.txt").entrySet()) {
            for (String word : entry.getValue()) {
                if (entry.getKey().equals("FILLERS")) {
                    FILLERS.add(word);
                } else if (entry.getKey().startsWith("TELLING_")) {
                    TELLING.put(word, Section.valueOf(entry.getKey().substring(8)));
                } else {
                    EXACT.put(word, Section.valueOf(entry.getKey()));
                }
            }
        }
    }

    private SectionHeadings() {}

    /** The section that a line opens when its whole wording is a known heading. */
    public static Optional<Section> exact(String line) {
        if (line.length() > MAX_LENGTH || line.isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(EXACT.get(wording(line)));
    }

    /**
     * The section that a line set as a heading opens when all its words are telling or fillers: "Selected Clinical
     * Experience", "Education and Training".
     */
    public static Optional<Section> likely(String line) {
        Optional<Section> exact = exact(line);
        if (exact.isPresent() || line.length() > MAX_LENGTH) {
            return exact;
        }
        Section found = null;
        int unknown = 0;
        List<String> words = List.of(wording(line).split(" "));
        for (String word : words) {
            Section section = TELLING.get(word);
            if (section != null && found == null) {
                found = section;
            } else if (section == null && !FILLERS.contains(word)) {
                unknown++;
            }
        }
        return found == null || unknown > 1 || words.size() > 6 ? Optional.empty() : Optional.of(found);
    }

    private static String wording(String line) {
        String bare =
                DECORATION.matcher(Words.fold(line).strip()).replaceAll("").strip();
        return BETWEEN_WORDS.matcher(bare).replaceAll(" ").strip();
    }
}
