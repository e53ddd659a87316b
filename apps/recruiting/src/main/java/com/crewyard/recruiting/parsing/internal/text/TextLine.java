package com.crewyard.recruiting.parsing.internal.text;

import com.crewyard.recruiting.parsing.ResumeText.Box;
import com.crewyard.recruiting.parsing.ResumeText.Style;
import java.util.List;
import java.util.Optional;

/**
 * A line before it has its place in the whole text.
 *
 * @param gapBefore whether white space sets it apart from the line before
 * @param links addresses behind its characters, offsets within the line
 */
record TextLine(String text, Optional<Box> box, Style style, boolean gapBefore, List<Anchor> links) {

    record Anchor(int start, int end, String address) {}

    static TextLine plain(String text, boolean gapBefore) {
        return new TextLine(text, Optional.empty(), Style.PLAIN, gapBefore, List.of());
    }

    boolean isItem() {
        return !text.isEmpty() && text.charAt(0) == Characters.BULLET;
    }

    TextLine withText(String changed) {
        List<Anchor> kept = links.stream()
                .filter(link -> link.start() < changed.length())
                .map(link -> new Anchor(link.start(), Math.min(link.end(), changed.length()), link.address()))
                .toList();
        return new TextLine(changed, box, style, gapBefore, kept);
    }
}
