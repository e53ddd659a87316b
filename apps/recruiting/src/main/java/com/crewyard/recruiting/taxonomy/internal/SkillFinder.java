package com.crewyard.recruiting.taxonomy.internal;

import com.crewyard.recruiting.taxonomy.SkillMention;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds skills in running text: one pass, the longest name wins, no mention overlaps another. */
public final class SkillFinder {
    private static final int WIDEST_GAP = 4;

    private final Phrases<SkillName> names;
    private final Evidence evidence = new Evidence();

    public SkillFinder(SkillCatalog catalog) {
        names = catalog.names();
    }

    /** A name found, the tokens it covers, and where it stands. */
    record Candidate(SkillName name, int firstToken, int lastToken, int start, int end) {}

    public List<SkillMention> find(CharSequence text, boolean inSkillsSection) {
        Tokens tokens = names.tokens(text);
        List<Candidate> candidates = new ArrayList<>();
        int token = 0;
        while (token < tokens.size()) {
            Candidate candidate = longestAt(tokens, token, inSkillsSection);
            if (candidate == null) {
                token++;
            } else {
                candidates.add(candidate);
                token = candidate.lastToken() + 1;
            }
        }
        List<Candidate> accepted = inSkillsSection ? candidates : evidence.accepted(candidates, tokens);
        List<SkillMention> mentions = new ArrayList<>(accepted.size());
        for (Candidate candidate : accepted) {
            mentions.add(new SkillMention(
                    candidate.name().skill(),
                    candidate.start(),
                    candidate.end(),
                    text.subSequence(candidate.start(), candidate.end()).toString()));
        }
        return List.copyOf(mentions);
    }

    private @Nullable Candidate longestAt(Tokens tokens, int first, boolean inSkillsSection) {
        Candidate longest = null;
        int node = PhraseTrie.ROOT;
        for (int i = first; i < tokens.size(); i++) {
            if (i > first && !joins(tokens, i - 1, i)) {
                break;
            }
            node = names.step(node, tokens, i);
            if (node == PhraseTrie.NONE) {
                break;
            }
            SkillName name = names.endingAt(node);
            if (name != null && accepts(name, tokens, first, i, inSkillsSection)) {
                longest = new Candidate(name, first, i, tokens.start(first), tokens.end(i));
            }
        }
        return longest;
    }

    private static boolean accepts(SkillName name, Tokens tokens, int first, int last, boolean inSkillsSection) {
        int start = tokens.start(first);
        int end = tokens.end(last);
        if (end - start == 1 && isPartOfSomethingElse(tokens.text(), start, end)) {
            return false;
        }
        return name.acceptsCase(tokens.text(), start, end, inSkillsSection);
    }

    /** A single letter is a name only when it stands alone: not in C-level, R&D, C+, e.g. or an initial's "J.R.". */
    private static boolean isPartOfSomethingElse(CharSequence text, int start, int end) {
        char before = start == 0 ? ' ' : text.charAt(start - 1);
        char after = end == text.length() ? ' ' : text.charAt(end);
        boolean dotted = after == '.' && end + 1 < text.length() && Characters.inWord(text.charAt(end + 1));
        return binds(before) || binds(after) || before == '.' || dotted;
    }

    private static boolean binds(char c) {
        return c == '-' || c == '&' || c == '\'' || c == '’' || c == '+' || c == '#' || c == '‑' || c == '@';
    }

    /** Words of one name are apart by a blank, a line break or a joint (Node.js, CI/CD); never by a sentence's end. */
    private static boolean joins(Tokens tokens, int left, int right) {
        int from = tokens.end(left);
        int to = tokens.start(right);
        if (to - from > WIDEST_GAP) {
            return false;
        }
        int lineBreaks = 0;
        int joints = 0;
        boolean blank = false;
        for (int i = from; i < to; i++) {
            char c = tokens.text().charAt(i);
            if (c == '\n') {
                lineBreaks++;
            } else if (Character.isWhitespace(c) || c == '\u00a0') {
                blank = true;
            } else if (c == '-' || c == '/' || c == '.' || c == '\'' || c == '’' || c == '‑' || c == '–' || c == '_') {
                joints++;
                if (c == '.' && i + 1 < to) {
                    return false;
                }
            } else {
                return false;
            }
        }
        return lineBreaks <= 1 && joints <= 1 && !(blank && joints == 1 && lineBreaks == 1);
    }
}
