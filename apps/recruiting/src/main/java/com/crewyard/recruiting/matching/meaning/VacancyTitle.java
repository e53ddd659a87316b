package com.crewyard.recruiting.matching.meaning;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A title as an advertisement has it, without what says nothing of the occupation: place, pay, contract, gender, shouting. */
final class VacancyTitle {

    private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)|\\[[^\\[\\]]*]|\\{[^{}]*}");
    private static final Pattern AMOUNT = Pattern.compile(
            "(?:rm|usd|eur|gbp|[$€£])\\s*\\d[\\d,.kK]*(?:\\s*[-–]\\s*\\d[\\d,.kK]*)?|\\d[\\d,.]*\\s*(?:[-–]\\s*\\d[\\d,.]*)?(?:k|rm|€|\\$|%)?(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FILLER = Pattern.compile(
            "\\b(?:urgent(?:ly)?(?: hiring| required)?|vacanc(?:y|ies)|wanted|needed|hiring|job|jobs|position|opening|"
                    + "full[ -]?time|part[ -]?time|contract|permanent|temporary|remote|hybrid|immediate|fresh graduates?|"
                    + "m/?[wf]/?[dx]|f/?m/?[dx]|months?|years?|days?|shifts?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PLACE =
            Pattern.compile("(?<=\\p{L}{3})\\s+(?:@|at|based in)\\s+.*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}+#&/.'-]+");

    private VacancyTitle() {}

    /** In lower case; the whole title when nothing would be left. */
    static String of(String raw) {
        String title = raw.strip();
        for (Pattern pattern : List.of(BRACKETS, PLACE, AMOUNT, FILLER)) {
            String less = pattern.matcher(title).replaceAll(" ").strip();
            if (less.chars().filter(Character::isLetter).count() >= 3) {
                title = less;
            }
        }
        String words =
                NO_WORD.matcher(title.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
        return words.isEmpty() ? raw.strip().toLowerCase(Locale.ROOT) : words;
    }
}
