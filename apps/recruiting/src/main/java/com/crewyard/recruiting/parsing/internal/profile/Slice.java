package com.crewyard.recruiting.parsing.internal.profile;

import com.crewyard.recruiting.parsing.Found;
import com.crewyard.recruiting.parsing.ResumeText;
import com.crewyard.recruiting.parsing.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A stretch of a resume's text that knows where it stands, so that whatever is read from it has its source. */
record Slice(ResumeText source, int start, int end) {

    String text() {
        return source.text().substring(start, end);
    }

    boolean isEmpty() {
        return start == end;
    }

    int length() {
        return end - start;
    }

    /** Offsets count from the start of this slice. */
    Slice sub(int from, int to) {
        return new Slice(source, start + from, start + to);
    }

    Slice strip() {
        return strip(" \t\n");
    }

    /** Without any of these characters at its ends. */
    Slice strip(String characters) {
        String all = source.text();
        int from = start;
        int to = end;
        while (from < to && isStripped(all.charAt(from), characters)) {
            from++;
        }
        while (to > from && isStripped(all.charAt(to - 1), characters)) {
            to--;
        }
        return new Slice(source, from, to);
    }

    private static boolean isStripped(char c, String characters) {
        return Character.isWhitespace(c) || characters.indexOf(c) >= 0;
    }

    /** The stripped, non-empty parts between matches. */
    List<Slice> split(Pattern separator) {
        List<Slice> parts = new ArrayList<>();
        Matcher matcher = separator.matcher(text());
        int from = 0;
        while (matcher.find()) {
            add(parts, sub(from, matcher.start()));
            from = matcher.end();
        }
        add(parts, sub(from, length()));
        return parts;
    }

    private static void add(List<Slice> parts, Slice part) {
        Slice stripped = part.strip();
        if (!stripped.isEmpty()) {
            parts.add(stripped);
        }
    }

    Span span() {
        return source.span(start, end);
    }

    Found<String> found(double confidence) {
        return found(text(), confidence);
    }

    <T> Found<T> found(T value, double confidence) {
        return new Found<>(value, confidence, List.of(span()));
    }
}
