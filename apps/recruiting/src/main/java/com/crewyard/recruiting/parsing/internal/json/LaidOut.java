package com.crewyard.recruiting.parsing.internal.json;

import com.crewyard.recruiting.parsing.Found;
import com.crewyard.recruiting.parsing.ResumeText;
import com.crewyard.recruiting.parsing.ResumeText.Kind;
import com.crewyard.recruiting.parsing.ResumeText.Line;
import com.crewyard.recruiting.parsing.ResumeText.Page;
import com.crewyard.recruiting.parsing.ResumeText.Style;
import com.crewyard.recruiting.parsing.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes values one below the other and remembers where each stands. */
final class LaidOut {

    private final StringBuilder text = new StringBuilder();
    private final List<Line> lines = new ArrayList<>();

    void heading(String words) {
        if (!text.isEmpty()) {
            text.append('\n');
        }
        line(words, new Style(0, true, false, Kind.HEADING));
    }

    Found<String> value(String value) {
        return found(value, value);
    }

    /** A value that is written differently from what it means. */
    <T> Found<T> found(String written, T value) {
        int start = text.length();
        line(written, Style.PLAIN);
        return new Found<>(value, 1, List.of(new Span(1, start, text.length() - 1)));
    }

    private void line(String words, Style style) {
        for (String one : words.split("\n", -1)) {
            int start = text.length();
            text.append(one);
            if (!one.isBlank()) {
                lines.add(new Line(start, text.length(), 1, Optional.empty(), style));
            }
            text.append('\n');
        }
    }

    ResumeText text() {
        return new ResumeText(
                text.toString(), List.of(new Page(1, 0, text.length(), 0, 0)), lines, List.of(), List.of());
    }
}
