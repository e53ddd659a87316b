package com.crewyard.recruiting.parsing.internal.profile;

import com.crewyard.recruiting.parsing.PartialDate;
import com.crewyard.recruiting.parsing.internal.vocabulary.Months;
import com.crewyard.recruiting.parsing.internal.vocabulary.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds dates and ranges of dates in the wordings of four languages. */
final class DateRanges {

    private static final int EARLIEST = 1940;
    private static final int LATEST = 2099;
    private static final String YEAR = "(?:19|20)\\d\\d";
    private static final String MONTH = "(?:" + Months.alternatives() + ")";

    private static final Pattern POINT = Pattern.compile("(?<![\\p{L}\\p{N}$€£#])(?:"
            + "(?<month>" + MONTH + ")\\.?,? ?(?:de |del |of )?(?:(?<monthYear>" + YEAR + ")|'(?<shortYear>\\d\\d))"
            + "|(?<first>\\d{1,2})[./-](?:(?<second>\\d{1,2})[./-])?(?<numericYear>" + YEAR + ")"
            + "|(?<isoYear>" + YEAR + ")[./-](?<isoMonth>0[1-9]|1[0-2])(?:[./-][0-3]\\d)?"
            + "|(?<year>" + YEAR + ")"
            + "|(?<bareMonth>" + MONTH + ")\\.?(?= ?(?:[-–—−]|to|bis|a) ?)"
            + "|(?<present>present|current(?:ly)?|now|today|date|ongoing|heute|jetzt|aktuell|laufend|dato|aujourd'hui"
            + "|ce jour|maintenant|en cours|actualidad|actualmente|actual|hoy|presente|la fecha|oggi|till date)"
            + ")(?![\\p{L}\\p{N}%])");
    private static final Pattern BETWEEN = Pattern.compile(
            " ?(?:[-–—−~]{1,2}|to|until|till|through|thru|bis|au|a|al|hasta|jusqu'(?:a|en|au)|y) ?(?:zum |the |la |el |l'|a |to |bis )?");
    private static final Pattern SINCE =
            Pattern.compile("(?<![\\p{L}])(?:since|seit|depuis|desde|ab|from|from:|von|de|du|del)(?: le| el)? ?$");
    private static final Pattern OPEN_SINCE =
            Pattern.compile("(?<![\\p{L}])(?:since|seit|depuis|desde|ab)(?: le| el)? ?$");
    private static final Pattern OPEN_END = Pattern.compile("^ ?[-–—](?=\\s*(?:$|[\t)|,]))");
    private static final Pattern SHORT_END = Pattern.compile("^ ?[-–—/] ?'?(\\d\\d)(?![\\d./-])");

    private DateRanges() {}

    private record Point(int start, int end, Optional<PartialDate> date, boolean present, int bareMonth) {}

    /** In order; ranges and single dates. */
    static List<DateRange> find(Slice slice) {
        String folded = Words.foldInPlace(slice.text()).replace('\n', ' ');
        List<Point> points = points(folded);
        List<DateRange> ranges = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Point first = points.get(i);
            if (first.present()) {
                continue;
            }
            Point second = i + 1 < points.size() ? points.get(i + 1) : null;
            boolean joined = second != null
                    && second.start() - first.end() <= 20
                    && BETWEEN.matcher(folded.substring(first.end(), second.start()))
                            .matches();
            if (joined && second != null && (second.present() || second.date().isPresent())) {
                range(slice, folded, first, second).ifPresent(ranges::add);
                i++;
            } else if (first.date().isPresent()) {
                ranges.add(single(slice, folded, first));
            }
        }
        return ranges;
    }

    private static Optional<DateRange> range(Slice slice, String folded, Point first, Point second) {
        Optional<PartialDate> start = first.bareMonth() > 0
                ? second.date().map(date -> PartialDate.of(date.year(), first.bareMonth()))
                : first.date();
        if (start.isEmpty()) {
            return Optional.empty();
        }
        PartialDate from = start.get();
        if (second.date().isPresent() && second.date().get().latest().isBefore(from.earliest())) {
            return Optional.empty();
        }
        return Optional.of(new DateRange(
                slice.sub(opening(folded, first.start(), SINCE), second.end()),
                Optional.of(slice.sub(first.start(), first.bareMonth() > 0 ? second.end() : first.end())
                        .found(from, 0.95)),
                second.date()
                        .map(date -> slice.sub(second.start(), second.end()).found(date, 0.95)),
                second.present()));
    }

    private static DateRange single(Slice slice, String folded, Point point) {
        PartialDate date = point.date().orElseThrow();
        Slice where = slice.sub(point.start(), point.end());
        String after = folded.substring(point.end(), Math.min(folded.length(), point.end() + 12));
        Matcher shortEnd = SHORT_END.matcher(after);
        if (date.month().isEmpty() && shortEnd.find()) {
            int end = date.year() / 100 * 100 + Integer.parseInt(shortEnd.group(1));
            if (end >= date.year() && end - date.year() < 60) {
                int to = point.end() + shortEnd.end();
                return new DateRange(
                        slice.sub(point.start(), to),
                        Optional.of(where.found(date, 0.9)),
                        Optional.of(slice.sub(point.start(), to).found(PartialDate.of(end), 0.85)),
                        false);
            }
        }
        int opening = opening(folded, point.start(), OPEN_SINCE);
        Matcher openEnd = OPEN_END.matcher(after);
        if (opening < point.start() || openEnd.find()) {
            int to = opening < point.start() ? point.end() : point.end() + openEnd.end();
            return new DateRange(slice.sub(opening, to), Optional.of(where.found(date, 0.9)), Optional.empty(), true);
        }
        return new DateRange(where, Optional.empty(), Optional.of(where.found(date, 0.8)), false);
    }

    private static int opening(String folded, int start, Pattern words) {
        int from = Math.max(0, start - 12);
        Matcher matcher = words.matcher(folded.substring(from, start));
        return matcher.find() ? from + matcher.start() : start;
    }

    private static List<Point> points(String folded) {
        List<Point> points = new ArrayList<>();
        Matcher matcher = POINT.matcher(folded);
        while (matcher.find()) {
            Point point = point(matcher);
            boolean plausible = point.date()
                    .map(date -> date.year() >= EARLIEST && date.year() <= LATEST)
                    .orElse(point.present() || point.bareMonth() > 0);
            if (plausible) {
                points.add(point);
            }
        }
        return points;
    }

    private static Point point(Matcher match) {
        int start = match.start();
        int end = match.end();
        if (match.group("present") != null) {
            return new Point(start, end, Optional.empty(), true, 0);
        }
        if (match.group("bareMonth") != null) {
            return new Point(start, end, Optional.empty(), false, Months.number(match.group("bareMonth")));
        }
        return new Point(start, end, date(match), false, 0);
    }

    private static Optional<PartialDate> date(Matcher match) {
        if (match.group("month") != null) {
            int month = Months.number(match.group("month"));
            String year = match.group("monthYear");
            int value = year != null ? Integer.parseInt(year) : century(Integer.parseInt(match.group("shortYear")));
            return Optional.of(PartialDate.of(value, month));
        }
        if (match.group("isoYear") != null) {
            return Optional.of(PartialDate.of(
                    Integer.parseInt(match.group("isoYear")), Integer.parseInt(match.group("isoMonth"))));
        }
        if (match.group("year") != null) {
            return Optional.of(PartialDate.of(Integer.parseInt(match.group("year"))));
        }
        int year = Integer.parseInt(match.group("numericYear"));
        int first = Integer.parseInt(match.group("first"));
        int month = match.group("second") == null
                ? first
                : monthOf(
                        first,
                        Integer.parseInt(match.group("second")),
                        match.group().contains("/"));
        return month >= 1 && month <= 12 ? Optional.of(PartialDate.of(year, month)) : Optional.of(PartialDate.of(year));
    }

    /** Day first with dots; with slashes month first, as in the USA, unless that cannot be. */
    private static int monthOf(int first, int second, boolean slashes) {
        if (slashes && first <= 12) {
            return first;
        }
        return second;
    }

    private static int century(int shortYear) {
        return shortYear < 40 ? 2000 + shortYear : 1900 + shortYear;
    }
}
