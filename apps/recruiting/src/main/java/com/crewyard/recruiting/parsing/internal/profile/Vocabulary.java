package com.crewyard.recruiting.parsing.internal.profile;

import java.util.List;

/** What the readers ask the taxonomy: which skills a text names, and whether a phrase is a known job title. */
public interface Vocabulary {

    /** Knows nothing; the readers' own word lists still work. */
    Vocabulary NONE = new Vocabulary() {
        @Override
        public List<Mention> skills(String text, boolean listed) {
            return List.of();
        }

        @Override
        public boolean isTitle(String phrase) {
            return false;
        }
    };

    /** Offsets count from the start of the text asked about. */
    record Mention(int start, int end, String id, String label) {}

    /**
     * @param listed whether the text lists skills, where words count that would be ambiguous in prose
     */
    List<Mention> skills(String text, boolean listed);

    boolean isTitle(String phrase);
}
