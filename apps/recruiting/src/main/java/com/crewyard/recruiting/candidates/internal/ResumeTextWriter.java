package com.crewyard.recruiting.candidates.internal;

import com.crewyard.recruiting.parsing.Found;
import com.crewyard.recruiting.parsing.ResumeText;
import com.crewyard.recruiting.parsing.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Writes a resume's text line by line, and tells where each line stands. */
final class ResumeTextWriter {

    private static final int PAGE = 1;
    private static final double CERTAIN = 1.0;

    private final StringBuilder text = new StringBuilder();
    private final List<ResumeText.Line> lines = new ArrayList<>();

    /** Empty when nothing is left of the value, or the text is full. */
    <T> Optional<Found<T>> line(String value, Function<String, T> meaning) {
        String shown = value.replaceAll("\\s+", " ").replace("\0", "").strip();
        return write(shown).map(span -> new Found<>(meaning.apply(shown), CERTAIN, List.of(span)));
    }

    /** Keeps the line breaks. */
    Optional<Found<String>> block(String value) {
        List<Span> spans = value.lines()
                .map(line -> line.replaceAll("\\s+", " ").replace("\0", "").strip())
                .flatMap(line -> write(line).stream())
                .toList();
        return spans.isEmpty()
                ? Optional.empty()
                : Optional.of(new Found<>(
                        text.substring(spans.getFirst().start(), spans.getLast().end()),
                        CERTAIN,
                        List.of(new Span(
                                PAGE, spans.getFirst().start(), spans.getLast().end()))));
    }

    void heading(String title, boolean wanted) {
        if (wanted) {
            gap();
            write(title);
        }
    }

    void gap() {
        if (!text.isEmpty()) {
            text.append('\n');
        }
    }

    ResumeText toText() {
        return new ResumeText(
                text.toString(),
                List.of(new ResumeText.Page(PAGE, 0, text.length(), 0, 0)),
                lines,
                List.of(),
                List.of());
    }

    private Optional<Span> write(String line) {
        if (line.isEmpty() || text.length() + line.length() >= ResumeText.MAX_CHARACTERS) {
            return Optional.empty();
        }
        int start = text.length();
        text.append(line);
        Span span = new Span(PAGE, start, text.length());
        lines.add(new ResumeText.Line(start, text.length(), PAGE, Optional.empty(), ResumeText.Style.PLAIN));
        text.append('\n');
        return Optional.of(span);
    }
}
