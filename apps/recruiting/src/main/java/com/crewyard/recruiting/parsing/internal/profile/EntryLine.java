package com.crewyard.recruiting.parsing.internal.profile;

import com.crewyard.recruiting.parsing.internal.vocabulary.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a section made of dated entries, its dates taken out.
 *
 * @param phrases what stands beside the dates, tabs divide
 * @param dates of the entry, when this line carries them
 * @param isSide whether the dates stand in a column of their own beside an item
 * @param headerLike whether it may belong to the heading of an entry
 */
record EntryLine(DocLine line, List<Slice> phrases, Optional<DateRange> dates, boolean isSide, boolean headerLike) {

    private static final int MAX_HEADER = 130;
    private static final String EDGES = ",;|–—-−()[]·•:/";
    private static final Pattern DURATION = Pattern.compile(
            "[(\\[]?(?:\\d{1,2} ?(?:years?|yrs?|jahre?n?|ans?|anos?|y)\\.?,? ?(?:and |und |et |y )?)?(?:\\d{1,2} ?(?:months?|mos?|monate?n?|mois|mes(?:es)?|m)\\.?)?[)\\]]?");
    private static final Pattern ABBREVIATED =
            Pattern.compile(".*(?:\\b(?:[Ii]nc|[Cc]o|[Ll]td|[Cc]orp|e\\.V|S\\.A|Jr|Sr)|\\b\\p{Lu})\\.$");
    private static final Pattern SENTENCE = Pattern.compile(".*[.!?]$");

    static EntryLine of(DocLine line) {
        List<Slice> segments = line.segments();
        boolean bound = line.isItem() || line.continues();
        Optional<DateRange> dates = bound ? sideDates(segments) : headDates(line, segments);
        List<Slice> phrases = new ArrayList<>();
        for (Slice segment : bound && dates.isPresent() ? List.<Slice>of() : segments) {
            for (Slice part : without(segment, dates)) {
                Slice bare = bare(part);
                if (!bare.isEmpty() && !isDuration(bare.text())) {
                    phrases.add(bare);
                }
            }
        }
        return new EntryLine(line, phrases, dates, bound && dates.isPresent(), isHeaderLike(line, phrases));
    }

    /** An item whose own text is dated, for resumes that put whole entries into items. */
    static EntryLine ofItem(DocLine line) {
        DocLine plain = new DocLine(
                line.content(),
                new com.crewyard.recruiting.parsing.ResumeText.Line(
                        line.content().start(),
                        line.content().end(),
                        line.line().page(),
                        line.line().box(),
                        com.crewyard.recruiting.parsing.ResumeText.Style.PLAIN),
                line.gapBefore(),
                false);
        return of(plain);
    }

    boolean isAnchor() {
        return dates.isPresent();
    }

    /** The line as part of an entry's body: its first segment when a side column follows. */
    Slice body() {
        return isSide
                        || line.segments().size() > 1
                                && isDuration(line.segments().getLast().text())
                ? line.firstSegment()
                : line.slice();
    }

    private static Optional<DateRange> sideDates(List<Slice> segments) {
        if (segments.size() < 2) {
            return Optional.empty();
        }
        return pureDates(segments.getLast());
    }

    private static Optional<DateRange> pureDates(Slice segment) {
        List<DateRange> ranges = DateRanges.find(segment);
        if (ranges.size() != 1) {
            return Optional.empty();
        }
        boolean pure = without(segment, Optional.of(ranges.getFirst())).stream()
                .map(EntryLine::bare)
                .allMatch(rest -> rest.isEmpty() || isDuration(rest.text()));
        return pure ? Optional.of(ranges.getFirst()) : Optional.empty();
    }

    private static Optional<DateRange> headDates(DocLine line, List<Slice> segments) {
        if (line.slice().length() > MAX_HEADER + 40) {
            return Optional.empty();
        }
        Optional<DateRange> single = Optional.empty();
        for (Slice segment : segments) {
            List<DateRange> ranges = DateRanges.find(segment);
            for (DateRange range : ranges) {
                boolean opens = range.slice().start() - segment.start() <= 2;
                boolean closes = closes(segment, range);
                if (range.isRange() || range.current()) {
                    if (opens
                            || closes
                            || segments.size() > 1
                            || segment.length() < 90 && !isSentence(segment.text())) {
                        return Optional.of(range);
                    }
                } else if (single.isEmpty() && (opens || closes) && !isSentence(segment.text())) {
                    single = Optional.of(range);
                }
            }
        }
        return single;
    }

    private static boolean closes(Slice segment, DateRange range) {
        Slice after = bare(new Slice(segment.source(), range.slice().end(), segment.end()));
        return after.isEmpty() || isDuration(after.text());
    }

    private static List<Slice> without(Slice segment, Optional<DateRange> dates) {
        if (dates.isEmpty()
                || dates.get().slice().start() < segment.start()
                || dates.get().slice().end() > segment.end()) {
            return List.of(segment);
        }
        Slice range = dates.get().slice();
        return List.of(
                new Slice(segment.source(), segment.start(), range.start()),
                new Slice(segment.source(), range.end(), segment.end()));
    }

    private static Slice bare(Slice part) {
        Slice stripped = part.strip(EDGES);
        // A parenthesis that was opened within the part keeps its end.
        if (stripped.end() < part.end()
                && part.source().text().charAt(stripped.end()) == ')'
                && stripped.text().indexOf('(') >= 0) {
            return new Slice(part.source(), stripped.start(), stripped.end() + 1);
        }
        return stripped;
    }

    private static boolean isDuration(String text) {
        Matcher matcher = DURATION.matcher(Words.foldInPlace(text));
        return !text.isEmpty() && matcher.matches();
    }

    private static boolean isSentence(String text) {
        return text.length() > 60
                && SENTENCE.matcher(text).matches()
                && !ABBREVIATED.matcher(text).matches();
    }

    private static boolean isHeaderLike(DocLine line, List<Slice> phrases) {
        if (line.isItem() || line.continues() || line.slice().length() > MAX_HEADER || phrases.isEmpty()) {
            return false;
        }
        String text = line.text();
        char first = text.charAt(0);
        boolean ends =
                SENTENCE.matcher(text).matches() && !ABBREVIATED.matcher(text).matches();
        return !ends
                && (Character.isUpperCase(first) || !Character.isLetter(first) || text.length() < 30)
                && text.split("\\s+").length <= 18;
    }
}
