package com.crewyard.recruiting.parsing.internal.profile;

import com.crewyard.recruiting.parsing.internal.vocabulary.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Joins lines where a narrow column broke a range of dates in two. */
final class BrokenRanges {

    private static final Pattern DASH_AT_END = Pattern.compile("\\d{4} ?(?:[-–—]|to|bis|a)(?: ?\\p{L}{3,10}\\.?)?$");
    private static final Pattern DASH_AT_START = Pattern.compile("^(?:[-–—]|to |bis )");
    private static final Pattern TO = Pattern.compile("[-–—]|to|bis|a|au|until|till");
    private static final Pattern YEAR_AT_END = Pattern.compile("\\d{4}$");
    private static final Pattern OPENED = Pattern.compile("\\([^()]{0,30}$");

    private BrokenRanges() {}

    static List<DocLine> closed(List<DocLine> lines) {
        List<DocLine> closed = new ArrayList<>(lines.size());
        for (DocLine line : lines) {
            if (!closed.isEmpty() && isBroken(closed.getLast(), line)) {
                closed.add(closed.removeLast().with(line));
            } else {
                closed.add(line);
            }
        }
        return closed;
    }

    private static boolean isBroken(DocLine above, DocLine below) {
        if (above.isItem()
                || below.isItem()
                || below.gapBefore()
                || above.slice().length() > 160
                || below.slice().length() > 60
                || above.line().page() != below.line().page()) {
            return false;
        }
        String upper = Words.foldInPlace(above.text());
        String lower = Words.foldInPlace(below.text());
        if (TO.matcher(lower).matches()) {
            return upper.length() < 40 && YEAR_AT_END.matcher(upper).find();
        }
        boolean dash = DASH_AT_END.matcher(upper).find()
                || DASH_AT_START.matcher(lower).find();
        boolean dates = dash || OPENED.matcher(upper).find();
        if (!dates) {
            return false;
        }
        List<DateRange> joined = DateRanges.find(above.with(below).slice());
        return joined.stream()
                .anyMatch(range -> range.isRange()
                        && range.slice().start() < above.slice().end()
                        && range.slice().end() > below.slice().start());
    }
}
