package com.crewyard.recruiting.candidates.web;

import com.crewyard.recruiting.candidates.CandidateProfile;
import com.crewyard.recruiting.candidates.ProfileField;
import com.crewyard.recruiting.candidates.ReadResume;
import com.crewyard.recruiting.candidates.Resume;
import com.crewyard.recruiting.parsing.ResumeText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The text of a resume, page by page, with the places marked where the profile was read. */
public record MarkedResume(Resume resume, List<Page> pages, List<String> notes, Map<Integer, String> anchors) {

    /** One page's lines, blocks apart. */
    public record Page(int number, List<Line> lines) {}

    /**
     * @param startsBlock whether an empty line stands before it
     */
    public record Line(List<Piece> pieces, boolean startsBlock, ResumeText.Kind kind) {}

    /**
     * A run of characters.
     *
     * @param mark what was read here
     */
    public record Piece(String text, Optional<Mark> mark) {}

    /**
     * @param anchor of the first piece of a mark, empty on those that continue it
     */
    public record Mark(ProfileField field, String anchor) {}

    private record Found(ProfileField field, int start, int end) {}

    public static MarkedResume of(ReadResume read, CandidateProfile profile) {
        ResumeText text = read.text();
        TreeMap<Integer, Found> marks = marks(profile, text.text().length());
        Map<Integer, String> anchors = new TreeMap<>();
        marks.values().forEach(found -> anchors.put(found.start(), "read-" + found.start()));
        List<Page> pages = new ArrayList<>();
        for (ResumeText.Page page : text.pages()) {
            List<Line> lines = new ArrayList<>();
            int end = page.start();
            for (ResumeText.Line line : text.lines()) {
                if (line.page() == page.number()) {
                    boolean startsBlock = !lines.isEmpty() && line.start() - end > 1;
                    lines.add(new Line(
                            pieces(text.text(), line, marks),
                            startsBlock,
                            line.style().kind()));
                    end = line.end();
                }
            }
            if (!lines.isEmpty()) {
                pages.add(new Page(page.number(), lines));
            }
        }
        return new MarkedResume(read.resume(), pages, text.notes(), anchors);
    }

    /** Where the first of the sources is marked; empty when a shorter mark took its place. */
    public Optional<String> anchor(List<CandidateProfile.Evidence> sources) {
        return sources.stream()
                .flatMap(source -> Optional.ofNullable(anchors.get(source.start())).stream())
                .findFirst();
    }

    /** Shorter ones win where two overlap, so that a skill shows inside a description. */
    private static TreeMap<Integer, Found> marks(CandidateProfile profile, int length) {
        List<Found> found = new ArrayList<>();
        for (ProfileField field : ProfileField.values()) {
            if (field != ProfileField.EXPERIENCE_YEARS) {
                profile.readAt(field).stream()
                        .filter(source -> source.start() < source.end() && source.end() <= length)
                        .forEach(source -> found.add(new Found(field, source.start(), source.end())));
            }
        }
        found.sort(Comparator.comparingInt(mark -> mark.end() - mark.start()));
        TreeMap<Integer, Found> chosen = new TreeMap<>();
        for (Found mark : found) {
            Map.Entry<Integer, Found> before = chosen.lowerEntry(mark.end());
            if (before == null || before.getValue().end() <= mark.start()) {
                chosen.put(mark.start(), mark);
            }
        }
        return chosen;
    }

    private static List<Piece> pieces(String text, ResumeText.Line line, TreeMap<Integer, Found> marks) {
        List<Piece> pieces = new ArrayList<>();
        int at = line.start();
        Integer first = marks.floorKey(line.start());
        for (Found mark :
                marks.tailMap(first == null ? line.start() : first, true).values()) {
            if (mark.start() >= line.end()) {
                break;
            }
            int start = Math.max(mark.start(), line.start());
            int end = Math.min(mark.end(), line.end());
            if (start < end) {
                if (at < start) {
                    pieces.add(new Piece(text.substring(at, start), Optional.empty()));
                }
                String anchor = start == mark.start() ? "read-" + mark.start() : "";
                pieces.add(new Piece(text.substring(start, end), Optional.of(new Mark(mark.field(), anchor))));
                at = end;
            }
        }
        if (at < line.end()) {
            pieces.add(new Piece(text.substring(at, line.end()), Optional.empty()));
        }
        return pieces;
    }
}
