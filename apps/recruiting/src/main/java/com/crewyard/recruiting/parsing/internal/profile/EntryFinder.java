package com.crewyard.recruiting.parsing.internal.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Divides a section into dated entries. Each date line is an anchor; how many lines of heading stand above it is taken
 * from the first entry, which begins right below the section's heading. Lines below the anchor belong to the heading
 * while the judge still misses something.
 */
final class EntryFinder {

    /** What the kind of section knows about its headings. */
    interface Judge {
        /** Whether these phrases name everything a heading of an entry should. */
        boolean isComplete(List<Slice> headers);

        /** How much a phrase speaks for being part of a heading; 0 for nothing. */
        double evidence(Slice phrase);
    }

    private static final int MAX_LEAD = 3;

    private final List<EntryLine> lines;
    private final Judge judge;
    private int firstLead = -1;

    private EntryFinder(List<EntryLine> lines, Judge judge) {
        this.lines = lines;
        this.judge = judge;
    }

    static List<Entry> find(List<DocLine> section, Judge judge) {
        List<DocLine> whole = BrokenRanges.closed(section);
        List<EntryLine> lines = whole.stream().map(EntryLine::of).toList();
        if (lines.stream().noneMatch(EntryLine::isAnchor)) {
            List<EntryLine> items = whole.stream()
                    .map(line -> line.isItem() ? EntryLine.ofItem(line) : EntryLine.of(line))
                    .toList();
            if (items.stream().noneMatch(EntryLine::isAnchor)) {
                return new EntryFinder(lines, judge).undated();
            }
            lines = items;
        }
        return new EntryFinder(lines, judge).dated();
    }

    private List<Entry> dated() {
        List<Entry> entries = new ArrayList<>();
        List<Integer> anchors = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isAnchor()) {
                anchors.add(i);
            }
        }
        int used = -1;
        int[] starts = new int[anchors.size()];
        int[] ends = new int[anchors.size()];
        List<List<Slice>> headers = new ArrayList<>();
        for (int i = 0; i < anchors.size(); i++) {
            int anchor = anchors.get(i);
            int start = lead(anchor, used, i == 0);
            List<Slice> phrases = new ArrayList<>();
            for (int j = start; j <= anchor; j++) {
                phrases.addAll(lines.get(j).phrases());
            }
            int limit = i + 1 < anchors.size() ? anchors.get(i + 1) : lines.size();
            int end = trail(anchor, limit, phrases);
            starts[i] = start;
            ends[i] = end;
            used = end;
            headers.add(phrases);
        }
        for (int i = 0; i < starts.length; i++) {
            int limit = i + 1 < starts.length ? starts[i + 1] : lines.size();
            int anchor = anchors.get(i);
            List<Slice> body = new ArrayList<>();
            for (int j = lines.get(anchor).isSide() ? anchor : ends[i] + 1; j < limit; j++) {
                body.add(lines.get(j).body());
            }
            entries.add(new Entry(List.copyOf(headers.get(i)), lines.get(anchor).dates(), body));
        }
        return entries;
    }

    /** The index of the first heading line of the entry dated at the anchor. */
    private int lead(int anchor, int used, boolean first) {
        boolean bare = lines.get(anchor).phrases().isEmpty();
        int start = anchor;
        while (start - 1 > used
                && anchor - start < MAX_LEAD
                && lines.get(start - 1).headerLike()) {
            boolean apart =
                    lines.get(start).line().gapBefore() && !lines.get(start).isSide();
            if (apart && !(first && start == anchor && bare)) {
                break;
            }
            start--;
        }
        if (first) {
            if (start > 0 && start - 1 > used) {
                start = Math.max(start, firstWithEvidence(start, anchor));
            }
            firstLead = anchor - start;
            return start;
        }
        boolean delimited = start < anchor && lines.get(start).line().gapBefore();
        int allowed = delimited ? MAX_LEAD : lines.get(anchor).isSide() ? Math.max(1, firstLead) : firstLead;
        return Math.max(start, anchor - allowed);
    }

    private int firstWithEvidence(int start, int anchor) {
        int from = start;
        while (from < anchor && lines.get(from).phrases().stream().allMatch(phrase -> judge.evidence(phrase) <= 0)) {
            from++;
        }
        return from == anchor ? start : from;
    }

    /** The index of the last heading line; its phrases are added. */
    private int trail(int anchor, int limit, List<Slice> phrases) {
        int end = anchor;
        boolean bare = phrases.isEmpty();
        int most = bare ? 3 : 2;
        while (end + 1 < limit && end - anchor < most && !judge.isComplete(phrases)) {
            EntryLine next = lines.get(end + 1);
            boolean apart = next.line().gapBefore() && !(bare && end == anchor);
            if (!next.headerLike() || apart || next.isSide()) {
                break;
            }
            boolean speaks = next.phrases().stream().anyMatch(phrase -> judge.evidence(phrase) > 0);
            boolean beforeItems =
                    end + 2 < lines.size() && lines.get(end + 2).line().isItem();
            if (!speaks && !beforeItems && !(bare && end == anchor) && !isShort(next)) {
                break;
            }
            end++;
            phrases.addAll(next.phrases());
        }
        return end;
    }

    private static boolean isShort(EntryLine line) {
        return line.line().slice().length() <= 45 && line.line().text().split("\\s+").length <= 5;
    }

    /** Without any dates: a heading is a telling line after a gap, at the start or after items. */
    private List<Entry> undated() {
        List<Entry> entries = new ArrayList<>();
        int i = 0;
        while (i < lines.size()) {
            boolean opens = i == 0
                    || lines.get(i).line().gapBefore()
                    || !lines.get(i - 1).headerLike();
            if (!opens || !speaks(lines.get(i))) {
                i++;
                continue;
            }
            List<Slice> headers = new ArrayList<>(lines.get(i).phrases());
            int end = i;
            while (end + 1 < lines.size() && end - i < 2 && !judge.isComplete(headers) && speaks(lines.get(end + 1))) {
                end++;
                headers.addAll(lines.get(end).phrases());
            }
            int next = end + 1;
            List<Slice> body = new ArrayList<>();
            while (next < lines.size() && !(speaks(lines.get(next)) && isOpening(next))) {
                body.add(lines.get(next).body());
                next++;
            }
            entries.add(new Entry(headers, Optional.empty(), body));
            i = next;
        }
        return entries;
    }

    private boolean isOpening(int index) {
        return lines.get(index).line().gapBefore() || !lines.get(index - 1).headerLike();
    }

    private boolean speaks(EntryLine line) {
        return line.headerLike() && line.phrases().stream().anyMatch(phrase -> judge.evidence(phrase) > 0);
    }
}
