package com.crewyard.recruiting.taxonomy;

import java.util.List;

/**
 * A title added to the taxonomy, without its level. When the taxonomy knows its label already, its synonyms become more
 * names of that title.
 *
 * @param related labels of titles that people change to and from
 */
public record AddedTitle(String label, List<String> synonyms, List<String> related) implements AddedTerm {

    public AddedTitle {
        synonyms = List.copyOf(synonyms);
        related = List.copyOf(related);
    }
}
