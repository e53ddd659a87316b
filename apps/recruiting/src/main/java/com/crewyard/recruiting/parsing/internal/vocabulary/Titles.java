package com.crewyard.recruiting.parsing.internal.vocabulary;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** How much a phrase looks like a job title. */
public final class Titles {

    private static final Map<String, List<String>> LISTS = Words.load("titles.txt");
    private static final Set<String> HEADS = Words.set(LISTS, "HEAD");
    private static final Set<String> RANKS = Words.set(LISTS, "RANK");
    private static final Set<String> OF = Set.of("of", "for", "de", "du", "des", "fur", "der", "in", "d", "en");
    private static final int MAX_WORDS = 12;

    private Titles() {}

    /** 0 for no sign of a title; 2 and more for the noun of an occupation in it. */
    public static double score(String phrase) {
        String[] words = Words.fold(phrase).replace(".", "").split("[^\\p{L}\\p{N}'-]+");
        if (words.length == 0 || words.length > MAX_WORDS) {
            return 0;
        }
        double score = 0;
        int last = words.length - 1;
        boolean head = false;
        for (int i = 0; i <= last; i++) {
            if (isHead(words, i)) {
                boolean closing = i == last || (i + 1 <= last && OF.contains(words[i + 1]));
                score = Math.max(score, closing || i == 0 ? 3 : 2);
                head = true;
            }
        }
        if (RANKS.contains(words[0]) && !words[0].isEmpty()) {
            score += 1;
        }
        return head && words.length > 8 ? score - 1.5 : score;
    }

    private static boolean isHead(String[] words, int i) {
        String word = words[i];
        if (word.length() < 2) {
            return false;
        }
        return HEADS.contains(word)
                || (word.endsWith("in") && HEADS.contains(word.substring(0, word.length() - 2)))
                || (word.endsWith("s")
                        && word.length() > 4
                        && HEADS.contains(word.substring(0, word.length() - 1))
                        && i > 0)
                || (i + 1 < words.length && HEADS.contains(word + " " + words[i + 1]))
                || isCompound(word);
    }

    /** German writes the occupation as the end of a compound: "Softwareentwickler", "Qualitätsmanagerin". */
    private static boolean isCompound(String word) {
        if (word.length() < 10) {
            return false;
        }
        for (String end : COMPOUND_ENDS) {
            if (word.endsWith(end) && word.length() > end.length() + 2) {
                return true;
            }
        }
        return false;
    }

    private static final List<String> COMPOUND_ENDS = List.of(
            "entwickler",
            "entwicklerin",
            "ingenieur",
            "ingenieurin",
            "leiter",
            "leiterin",
            "leitung",
            "manager",
            "managerin",
            "berater",
            "beraterin",
            "mechaniker",
            "mechanikerin",
            "techniker",
            "technikerin",
            "pfleger",
            "pflegerin",
            "schwester",
            "kaufmann",
            "kauffrau",
            "lehrer",
            "lehrerin",
            "verkaufer",
            "verkauferin",
            "assistent",
            "assistentin",
            "arzt",
            "arztin",
            "analyst",
            "analystin",
            "referent",
            "referentin",
            "fachkraft",
            "helfer",
            "helferin",
            "fahrer",
            "fahrerin",
            "meister",
            "meisterin",
            "arbeiter",
            "arbeiterin",
            "mitarbeiter",
            "mitarbeiterin",
            "student",
            "studentin",
            "praktikant",
            "praktikantin",
            "architekt",
            "architektin",
            "administrator",
            "programmierer",
            "gestalter",
            "gestalterin",
            "elektroniker",
            "koch",
            "sekretarin",
            "buchhalter",
            "buchhalterin",
            "therapeut",
            "therapeutin",
            "padagoge",
            "padagogin",
            "trainer",
            "designer");
}
