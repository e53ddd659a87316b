package com.crewyard.recruiting.taxonomy.internal;

import com.crewyard.recruiting.taxonomy.Skill;
import java.util.Locale;
import java.util.Set;

/** One name of a skill, and how carefully it must be read. */
record SkillName(String form, Skill skill, boolean caseMatters, boolean needsContext) {
    /** A single word longer than this is no abbreviation or product that an ordinary word could be mistaken for. */
    private static final int LONGEST_CASE_SENSITIVE = 10;

    private static final int LONGEST_AMBIGUOUS_IN_LISTS = 3;

    record Flags(boolean caseMatters, boolean needsContext) {
        static Flags parse(String cell) {
            boolean caseMatters = false;
            boolean needsContext = false;
            for (String flag : Table.values(cell)) {
                switch (flag) {
                    case "case" -> caseMatters = true;
                    case "context" -> needsContext = true;
                    default ->
                        throw new IllegalStateException("Unknown flag \"%s\"; known are case, context".formatted(flag));
                }
            }
            return new Flags(caseMatters, needsContext);
        }
    }

    static SkillName of(String form, Skill skill, Flags flags, Set<String> ordinaryWords) {
        boolean oneWord = form.indexOf(' ') < 0;
        boolean ordinary = oneWord && ordinaryWords.contains(form.toLowerCase(Locale.ROOT));
        boolean shortAndCased =
                oneWord && form.length() <= LONGEST_CASE_SENSITIVE && !form.equals(form.toLowerCase(Locale.ROOT));
        // Two capitals ("AI", "ML") are an everyday word or a unit in lower case.
        boolean caseMatters = shortAndCased && (flags.caseMatters() || isTwoCapitals(form));
        return new SkillName(form, skill, caseMatters, oneWord && flags.needsContext() || ordinary);
    }

    boolean acceptsCase(CharSequence text, int start, int end, boolean inSkillsSection) {
        if (!caseMatters) {
            return true;
        }
        boolean mayShout = form.length() > LONGEST_AMBIGUOUS_IN_LISTS;
        if (inSkillsSection && (mayShout || isTwoCapitals(form))) {
            return true;
        }
        return same(text, start, end) || mayShout && isCapitals(text, start, end);
    }

    private boolean same(CharSequence text, int start, int end) {
        return end - start == form.length() && CharSequence.compare(text.subSequence(start, end), form) == 0;
    }

    private static boolean isTwoCapitals(String form) {
        return form.length() == 2 && isCapitals(form, 0, 2) && !form.endsWith("#");
    }

    private static boolean isCapitals(CharSequence text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Character.isLowerCase(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
