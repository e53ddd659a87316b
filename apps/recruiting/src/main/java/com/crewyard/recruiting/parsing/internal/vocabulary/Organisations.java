package com.crewyard.recruiting.parsing.internal.vocabulary;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** How much a phrase looks like the name of an employer or a school. */
public final class Organisations {

    private static final Map<String, List<String>> LISTS = Words.load("organisations.txt");
    private static final Set<String> LEGAL = Words.set(LISTS, "LEGAL");
    private static final Set<String> NOUNS = Words.set(LISTS, "NOUN");
    private static final Set<String> SCHOOLS = Words.set(LISTS, "SCHOOL");

    private Organisations() {}

    /** 0 for no sign; 4 and more for a legal form. */
    public static double employerScore(String phrase) {
        String[] words = words(phrase);
        double score = 0;
        for (int i = 0; i < words.length; i++) {
            boolean last = i == words.length - 1;
            if (i > 0 && LEGAL.contains(words[i])) {
                score = Math.max(score, last ? 4 : 3);
            } else if (NOUNS.contains(words[i])
                    || SCHOOLS.contains(words[i])
                    || (words[i].length() > 8 && endsLikeOrganisation(words[i]))) {
                score = Math.max(score, last || i == 0 ? 2.6 : 2.2);
            }
        }
        if (score == 0 && phrase.length() < 40 && phrase.matches("\\S+\\.(?:com|io|ai|de|org|net|co|fr|es|eu)")) {
            return 2.5;
        }
        return score;
    }

    private static boolean endsLikeOrganisation(String word) {
        return word.endsWith("werke")
                || word.endsWith("klinikum")
                || word.endsWith("klinik")
                || word.endsWith("krankenhaus")
                || word.endsWith("versicherung")
                || word.endsWith("gesellschaft")
                || word.endsWith("schule")
                || word.endsWith("bank")
                || word.endsWith("kasse")
                || word.endsWith("verlag")
                || word.endsWith("gymnasium")
                || word.endsWith("universitat");
    }

    public static boolean isSchool(String phrase) {
        String[] words = words(phrase);
        for (int i = 0; i < words.length; i++) {
            if (SCHOOLS.contains(words[i])
                    || (words[i].length() > 8
                            && (words[i].endsWith("schule")
                                    || words[i].endsWith("gymnasium")
                                    || words[i].endsWith("universitat")))
                    || (i + 1 < words.length && SCHOOLS.contains(words[i] + " " + words[i + 1]))) {
                return true;
            }
        }
        return false;
    }

    public static boolean endsWithLegalForm(String phrase) {
        String[] words = words(phrase);
        return words.length > 1 && LEGAL.contains(words[words.length - 1]);
    }

    /** Whether a phrase is nothing but a legal form, so that the comma before it does not end a name. */
    public static boolean isLegalForm(String phrase) {
        return LEGAL.contains(Words.fold(phrase).replace(".", "").strip());
    }

    private static String[] words(String phrase) {
        return Words.fold(phrase).replace(".", "").split("[^\\p{L}\\p{N}&'-]+");
    }
}
