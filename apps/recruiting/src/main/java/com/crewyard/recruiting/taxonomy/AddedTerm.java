package com.crewyard.recruiting.taxonomy;

import com.crewyard.recruiting.taxonomy.internal.Slug;
import java.util.List;

/** Something added to the taxonomy: a new entry, or more names for one that it has. */
public sealed interface AddedTerm permits AddedSkill, AddedTitle {

    int LONGEST_NAME = 120;

    String label();

    List<String> synonyms();

    /** Labels of others of its kind beside it. */
    List<String> related();

    default boolean isNamed() {
        return isName(label());
    }

    /** Whether a text could name it: there is a letter of the Latin alphabet or a digit in it. */
    static boolean isName(String words) {
        return words.length() <= LONGEST_NAME && Slug.of(words).length() > 0 && words.indexOf('\n') < 0;
    }
}
