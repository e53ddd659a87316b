package com.crewyard.recruiting.parsing.internal.profile;

import com.crewyard.recruiting.parsing.ResumeText.Box;
import com.crewyard.recruiting.parsing.ResumeText.Kind;
import com.crewyard.recruiting.parsing.ResumeText.Style;
import com.crewyard.recruiting.parsing.internal.vocabulary.LanguageNames;
import com.crewyard.recruiting.parsing.internal.vocabulary.Section;
import com.crewyard.recruiting.parsing.internal.vocabulary.SectionHeadings;
import com.crewyard.recruiting.parsing.internal.vocabulary.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Divides a resume at its headings, known by wording or by being set like headings known by wording. */
final class SectionSplitter {

    /**
     * @param heading absent for what stands above the first heading
     * @param lines without the heading
     */
    record Block(Section section, Optional<Slice> heading, List<DocLine> lines) {}

    private static final Pattern CONTACT = Pattern.compile("\\+\\d[\\d ()-]{6,}|linkedin\\.com|github\\.com");
    private static final Pattern LABEL =
            Pattern.compile("^([\\p{L} &/'-]{3,40}?) ?:[ \t]+(?=\\S)|^([\\p{L} &/'-]{3,40}?)\t+");

    /** How a heading is set; two lines set alike differ in nothing the reader sees. */
    private record Look(long size, boolean bold, boolean capitals, Kind kind) {
        static Look of(DocLine line) {
            Style style = line.style();
            String text = line.text();
            boolean capitals = text.equals(text.toUpperCase(Locale.ROOT)) && text.matches(".*\\p{Lu}{3}.*");
            return new Look(Math.round(style.size() * 2), style.bold(), capitals, style.kind());
        }

        boolean standsOut(double bodySize) {
            return kind == Kind.HEADING || capitals || size > bodySize * 2 * 1.08;
        }
    }

    private final List<DocLine> lines;
    private final double bodySize;
    private final boolean setsApart;
    private final Set<Look> headingLooks;
    private final Map<Look, Boolean> pure = new HashMap<>();

    private SectionSplitter(List<DocLine> lines) {
        this.lines = lines;
        this.bodySize = bodySize(lines);
        this.setsApart = setsApart(lines);
        this.headingLooks = headingLooks();
    }

    static List<Block> split(List<DocLine> lines) {
        return new SectionSplitter(lines).blocks();
    }

    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        Section section = Section.HEADER;
        Optional<Slice> heading = Optional.empty();
        List<DocLine> open = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            DocLine line = lines.get(i);
            Optional<Section> next = heading(i).or(unset(i, section));
            if (next.isEmpty() && section != Section.HEADER && opensContactColumn(i)) {
                blocks.add(new Block(section, heading, List.copyOf(open)));
                open.clear();
                section = Section.HEADER;
                heading = Optional.empty();
            }
            Optional<Opening> opening = next.isPresent() ? Optional.empty() : opening(line, section);
            if (next.isPresent() || opening.isPresent()) {
                blocks.add(new Block(section, heading, List.copyOf(open)));
                open.clear();
                section = next.or(() -> opening.map(Opening::section)).orElseThrow();
                heading = Optional.of(opening.map(Opening::heading).orElse(line.slice()));
                opening.ifPresent(o -> open.add(o.rest()));
            } else {
                open.add(line);
            }
        }
        blocks.add(new Block(section, heading, List.copyOf(open)));
        return blocks;
    }

    /** Whether a column of the first page starts here that begins with who and where, not with a heading. */
    private boolean opensContactColumn(int index) {
        if (index == 0 || lines.get(index).line().page() != 1) {
            return false;
        }
        double above = lines.get(index - 1).line().box().map(Box::y).orElse(0.0);
        double here = lines.get(index).line().box().map(Box::y).orElse(0.0);
        if (here >= above - 1) {
            return false;
        }
        for (int i = index; i < Math.min(lines.size(), index + 8) && heading(i).isEmpty(); i++) {
            if (lines.get(i).text().indexOf('@') > 0
                    || CONTACT.matcher(lines.get(i).text()).find()) {
                return true;
            }
        }
        return false;
    }

    /** A heading and the start of its section on one line. */
    private record Opening(Section section, Slice heading, DocLine rest) {}

    private Optional<Opening> opening(DocLine line, Section current) {
        if (line.isItem() || line.continues()) {
            return Optional.empty();
        }
        Matcher label = LABEL.matcher(line.text());
        if (!label.find()) {
            return Optional.empty();
        }
        boolean colon = label.group(1) != null;
        String wording = colon ? label.group(1) : label.group(2);
        Optional<Section> section = SectionHeadings.exact(wording);
        if (section.isEmpty() || section.get() == current || section.get() == Section.CONTACT) {
            return Optional.empty();
        }
        Slice rest = line.slice().sub(label.end(), line.slice().length());
        // Within skills, "Languages: Python, C++" is a label; elsewhere it opens a section only with languages in it.
        boolean fits = switch (section.get()) {
            case LANGUAGES ->
                LanguageNames.names(Words.foldInPlace(rest.text())).find();
            case SKILLS -> current != Section.WORK && !(current == Section.OTHER && colon);
            case EDUCATION, CERTIFICATIONS, SUMMARY -> current == Section.HEADER || line.gapBefore() && !colon;
            case WORK -> !colon && line.gapBefore();
            case OTHER -> current != Section.WORK && current != Section.SKILLS && line.gapBefore();
            default -> false;
        };
        if (current == Section.SKILLS && section.get() != Section.LANGUAGES && colon) {
            return Optional.empty();
        }
        return fits
                ? Optional.of(new Opening(
                        section.get(),
                        line.slice().sub(0, wording.length()),
                        new DocLine(rest, line.line(), true, false)))
                : Optional.empty();
    }

    private Optional<Section> heading(int index) {
        DocLine line = lines.get(index);
        String text = line.text();
        if (line.isItem() || line.continues() || text.length() > 60 || text.indexOf('\t') >= 0) {
            return Optional.empty();
        }
        Look look = Look.of(line);
        boolean set = headingLooks.contains(look);
        Optional<Section> exact = SectionHeadings.exact(text);
        if (exact.isPresent()) {
            return set || isSetApart(index, look) ? exact : Optional.empty();
        }
        if (set || look.standsOut(bodySize) && line.gapBefore() && !headingLooks.isEmpty() && index > 3) {
            Optional<Section> likely = SectionHeadings.likely(text);
            if (likely.isPresent()) {
                return likely;
            }
        }
        boolean unknown =
                set && look.standsOut(bodySize) && index > 1 && !text.matches(".*[\\d@].*") && words(text) <= 5;
        return unknown && pure.computeIfAbsent(look, this::isPure) ? Optional.of(Section.OTHER) : Optional.empty();
    }

    /** In a text that sets nothing apart, wording alone must do; among skills only the large sections open. */
    private Supplier<Optional<Section>> unset(int index, Section current) {
        return () -> {
            DocLine line = lines.get(index);
            if (setsApart
                    || line.isItem()
                    || line.continues()
                    || !Character.isUpperCase(line.text().charAt(0))) {
                return Optional.empty();
            }
            return SectionHeadings.exact(line.text())
                    .filter(section -> section == Section.WORK
                            || section == Section.EDUCATION
                            || current != Section.SKILLS && section != Section.CONTACT);
        };
    }

    /** Whether empty lines divide the text; a single one may follow the name. */
    private static boolean setsApart(List<DocLine> lines) {
        long gaps = lines.stream().filter(DocLine::gapBefore).count();
        return gaps > 1 && gaps * 12 > lines.size();
    }

    private static int words(String text) {
        return text.split("\\s+").length;
    }

    private boolean isSetApart(int index, Look look) {
        DocLine line = lines.get(index);
        return line.gapBefore()
                || look.standsOut(bodySize)
                || look.bold()
                || line.text().endsWith(":")
                || index == 0
                || index + 1 < lines.size() && lines.get(index + 1).isItem();
    }

    private Set<Look> headingLooks() {
        Map<Look, Integer> known = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            DocLine line = lines.get(i);
            if (!line.isItem()
                    && !line.continues()
                    && SectionHeadings.exact(line.text()).isPresent()) {
                Look look = Look.of(line);
                if (isSetApart(i, look)) {
                    known.merge(look, 1, Integer::sum);
                }
            }
        }
        Set<Look> looks = new HashSet<>();
        known.forEach((look, count) -> {
            if (count >= 2 || look.standsOut(bodySize)) {
                looks.add(look);
            }
        });
        return looks;
    }

    /** Whether lines that look so are mostly headings, so that an unknown one is a heading too. */
    private boolean isPure(Look look) {
        long all = 0;
        long known = 0;
        for (DocLine line : lines) {
            if (Look.of(line).equals(look)) {
                all++;
                known += SectionHeadings.likely(line.text()).isPresent() ? 1 : 0;
            }
        }
        return known >= 2 && known * 5 >= all * 2;
    }

    private static double bodySize(List<DocLine> lines) {
        Map<Double, Integer> letters = new HashMap<>();
        lines.forEach(line -> letters.merge(line.style().size(), line.slice().length(), Integer::sum));
        return letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0.0);
    }
}
