package com.crewyard.recruiting.matching;

import java.util.Set;

/** Words that tell, or after which is told, what must not count. In lower case. */
final class TellingWords {

    static final Set<String> LABELS = Set.of(
            "date",
            "place",
            "dob",
            "birthday",
            "birthdate",
            "birthplace",
            "geburtsdatum",
            "geburtsort",
            "age",
            "alter",
            "gender",
            "sex",
            "geschlecht",
            "pronouns",
            "marital",
            "familienstand",
            "children",
            "kinder",
            "nationality",
            "staatsangehörigkeit",
            "religion",
            "konfession");
    static final Set<String> LABELS_OF_TWO_WORDS = Set.of("date", "place", "marital");
    static final Set<String> BEFORE_A_BIRTHDAY = Set.of("born", "geboren", "age", "aged");
    static final Set<String> GENDERED = Set.of(
            "he",
            "she",
            "him",
            "his",
            "her",
            "hers",
            "himself",
            "herself",
            "mr",
            "mrs",
            "miss",
            "madam",
            "herr",
            "frau",
            "male",
            "female",
            "woman",
            "women",
            "männlich",
            "weiblich",
            "husband",
            "wife",
            "father",
            "mother",
            "married",
            "verheiratet",
            "ledig",
            "geschieden");

    private TellingWords() {}
}
