package com.crewyard.recruiting.taxonomy;

/**
 * A skill named in a text.
 *
 * @param start first character's offset, counted in UTF-16 units
 * @param end offset behind the last character
 * @param surface the words as they stand in the text between the offsets
 */
public record SkillMention(Skill skill, int start, int end, String surface) {
    public SkillMention {
        if (start < 0 || end - start != surface.length()) {
            throw new IllegalArgumentException(
                    "Mention \"%s\" does not span characters %d to %d".formatted(surface, start, end));
        }
    }
}
