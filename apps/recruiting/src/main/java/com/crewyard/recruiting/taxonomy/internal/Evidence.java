package com.crewyard.recruiting.taxonomy.internal;

import com.crewyard.recruiting.taxonomy.SkillKind;
import com.crewyard.recruiting.taxonomy.internal.SkillFinder.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Decides in running text whether an ordinary word ("Go", "Spring", "research") is meant as a skill: because it stands in
 * a list with one, because the words around it speak of skills, or because a version number follows.
 */
final class Evidence {
    private static final int WIDEST_LIST_GAP = 12;

    private static final Set<String> LIST_WORDS =
            Set.of("and", "or", "und", "oder", "et", "ou", "y", "o", "e", "sowie");

    private static final Set<String> BEFORE =
            Set.of("microsoft", "ms", "using", "language", "languages", "framework", "skills", "skill");

    /** Words that make what follows "in", "with" or "of" a skill. */
    private static final Set<String> CLAIMS = Set.of(
            "experience",
            "experienced",
            "proficient",
            "proficiency",
            "knowledge",
            "skilled",
            "skills",
            "expertise",
            "fluent",
            "certified",
            "trained",
            "training",
            "qualified",
            "degree",
            "background",
            "kenntnisse",
            "erfahrung",
            "expérience",
            "connaissances",
            "connaissance",
            "experiencia",
            "conocimientos",
            "written",
            "programming",
            "developed",
            "coded",
            "implemented",
            "built",
            "competent",
            "specialised",
            "specialized");

    private static final Set<String> PREPOSITIONS = Set.of("in", "with", "of", "mit", "en", "avec", "con", "de");

    private static final Set<String> AFTER = Set.of(
            "developer",
            "developers",
            "engineer",
            "engineers",
            "programmer",
            "programming",
            "framework",
            "language",
            "certification",
            "certificate",
            "certified",
            "skills",
            "experience",
            "kenntnisse",
            "entwickler",
            "expert",
            "specialist",
            "knowledge",
            "microservices",
            "backend",
            "codebase",
            "training");

    List<Candidate> accepted(List<Candidate> candidates, Tokens tokens) {
        boolean[] accepted = new boolean[candidates.size()];
        for (int i = 0; i < accepted.length; i++) {
            Candidate candidate = candidates.get(i);
            accepted[i] = !candidate.name().needsContext()
                    || isClaimedBefore(candidate, tokens)
                    || isConfirmedAfter(candidate, tokens)
                    || i > 0 && accepted[i - 1] && isList(candidates.get(i - 1), candidate, tokens.text());
        }
        for (int i = accepted.length - 2; i >= 0; i--) {
            accepted[i] |= accepted[i + 1] && isList(candidates.get(i), candidates.get(i + 1), tokens.text());
        }
        List<Candidate> result = new ArrayList<>();
        for (int i = 0; i < accepted.length; i++) {
            if (accepted[i]) {
                result.add(candidates.get(i));
            }
        }
        return result;
    }

    private static boolean isClaimedBefore(Candidate candidate, Tokens tokens) {
        int token = candidate.firstToken() - 1;
        String previous = word(tokens, token);
        return BEFORE.contains(previous) && isNear(tokens, token)
                || PREPOSITIONS.contains(previous) && CLAIMS.contains(word(tokens, token - 1));
    }

    private static boolean isConfirmedAfter(Candidate candidate, Tokens tokens) {
        String next = word(tokens, candidate.lastToken() + 1);
        if (next.isEmpty() || !isNear(tokens, candidate.lastToken())) {
            return false;
        }
        boolean version = Character.isDigit(next.charAt(0)) && next.length() <= 4;
        return AFTER.contains(next) || version && candidate.name().skill().kind() == SkillKind.TOOL;
    }

    /** Only blanks between this word and the next. */
    private static boolean isNear(Tokens tokens, int token) {
        for (int i = tokens.end(token); i < tokens.start(token + 1); i++) {
            if (tokens.text().charAt(i) != ' ') {
                return false;
            }
        }
        return true;
    }

    private static boolean isList(Candidate left, Candidate right, CharSequence text) {
        int from = left.end();
        int to = right.start();
        if (to - from > WIDEST_LIST_GAP) {
            return false;
        }
        boolean separated = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (Characters.inWord(c)) {
                int end = i;
                while (end < to && Characters.inWord(text.charAt(end))) {
                    end++;
                }
                if (!LIST_WORDS.contains(text.subSequence(i, end).toString().toLowerCase(Locale.ROOT))) {
                    return false;
                }
                separated = true;
                i = end - 1;
            } else if (",;/|•·&+()\n".indexOf(c) >= 0) {
                separated = true;
            } else if (!Character.isWhitespace(c) && c != '\u00a0' && c != '-') {
                return false;
            }
        }
        return separated;
    }

    private static String word(Tokens tokens, int token) {
        if (token < 0 || token >= tokens.size()) {
            return "";
        }
        return tokens.text()
                .subSequence(tokens.start(token), tokens.end(token))
                .toString()
                .toLowerCase(Locale.ROOT);
    }
}
