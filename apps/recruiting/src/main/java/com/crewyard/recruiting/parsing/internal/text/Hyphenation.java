package com.crewyard.recruiting.parsing.internal.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Puts words together that were broken at the end of a line. The rest of the word moves up, so a span of it stays
 * within one line. Compounds that keep their hyphen ("self-employed") are told by their first part.
 */
final class Hyphenation {

    private static final Set<String> KEEP = Set.of(
            "self", "well", "non", "co", "pre", "post", "multi", "cross", "high", "low", "full", "part", "long",
            "short", "real", "end", "open", "state", "on", "in", "user", "data", "anti", "semi", "client", "server",
            "front", "back", "large", "small", "mid", "time", "cost", "award", "test", "object", "event", "one", "two",
            "three", "four", "five", "first", "second", "third", "hands", "best", "web", "cloud", "e");

    private Hyphenation() {}

    static List<TextLine> close(List<TextLine> lines) {
        List<TextLine> closed = new ArrayList<>(lines.size());
        for (TextLine line : lines) {
            TextLine previous = closed.isEmpty() ? null : closed.getLast();
            if (previous != null && isBroken(previous, line)) {
                int end = firstWordEnd(line.text());
                closed.set(closed.size() - 1, joined(previous, line.text().substring(0, end)));
                closed.add(without(line, end));
            } else {
                closed.add(line);
            }
        }
        closed.replaceAll(Hyphenation::withoutSoftHyphens);
        return closed;
    }

    /** A column of dates may stand to the right of the broken word. */
    private static int breakAt(String line) {
        int tab = line.indexOf('\t');
        return (tab < 0 ? line.length() : tab) - 1;
    }

    private static boolean isBroken(TextLine previous, TextLine line) {
        String above = previous.text();
        int at = breakAt(above);
        return at >= 2
                && !line.gapBefore()
                && (above.charAt(at) == '-' || above.charAt(at) == Characters.SOFT_HYPHEN)
                && Character.isLowerCase(above.charAt(at - 1))
                && !line.text().isEmpty()
                && Character.isLowerCase(line.text().charAt(0));
    }

    private static TextLine joined(TextLine previous, String word) {
        String above = previous.text();
        int at = breakAt(above);
        int start = at;
        while (start > 0 && Character.isLetter(above.charAt(start - 1))) {
            start--;
        }
        boolean keeps = above.charAt(at) == '-'
                && KEEP.contains(above.substring(start, at).toLowerCase(Locale.ROOT));
        String head = above.substring(0, keeps ? at + 1 : at);
        int shift = head.length() + word.length() - (at + 1);
        List<TextLine.Anchor> links = previous.links().stream()
                .map(link -> link.start() > at
                        ? new TextLine.Anchor(link.start() + shift, link.end() + shift, link.address())
                        : link)
                .toList();
        return new TextLine(
                head + word + above.substring(at + 1), previous.box(), previous.style(), previous.gapBefore(), links);
    }

    private static TextLine without(TextLine line, int end) {
        String rest = line.text().substring(end).strip();
        int cut = line.text().length() - rest.length();
        List<TextLine.Anchor> links = line.links().stream()
                .filter(link -> link.start() >= cut)
                .map(link -> new TextLine.Anchor(link.start() - cut, link.end() - cut, link.address()))
                .toList();
        return new TextLine(rest, line.box(), line.style(), line.gapBefore(), links);
    }

    private static TextLine withoutSoftHyphens(TextLine line) {
        return line.text().indexOf(Characters.SOFT_HYPHEN) < 0
                ? line
                : line.withText(line.text().replace(Character.toString(Characters.SOFT_HYPHEN), ""));
    }

    private static int firstWordEnd(String line) {
        int end = 0;
        while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
            end++;
        }
        return end;
    }
}
