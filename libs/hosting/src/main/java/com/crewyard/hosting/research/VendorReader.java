package com.crewyard.hosting.research;

import com.crewyard.hosting.research.Outline.Block;
import com.crewyard.hosting.research.Outline.Item;
import com.crewyard.hosting.research.Outline.Items;
import com.crewyard.hosting.research.Outline.Prose;
import com.crewyard.hosting.research.Outline.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pros and cons of vendors: {@code +} and {@code -} lists, labelled lists, or lists under "Pros" and "Cons". */
final class VendorReader {

    private static final Pattern PROS =
            Pattern.compile("(?i)^(?:pros?|strengths?|advantages?|benefits?|upsides?)\\b\\s*:?\\s*(.*)$");
    private static final Pattern CONS = Pattern.compile(
            "(?i)^(?:cons?|weakness(?:es)?|disadvantages?|drawbacks?|downsides?|limitations?)\\b\\s*:?\\s*(.*)$");
    private static final Pattern MARK = Pattern.compile("^(?:([+✓✔✅👍])|([-−✗✘❌👎]))\\s*(.+)$");

    private static final class Draft {
        private final List<Statement> pros = new ArrayList<>();
        private final List<Statement> cons = new ArrayList<>();
        private int line;
    }

    private final Map<String, Draft> drafts = new LinkedHashMap<>();

    void readSection(Section section) {
        Optional<Boolean> heading = side(section.heading());
        if (heading.isPresent() && !section.under().isEmpty()) {
            Draft draft = draft(section.under().getLast(), section.line());
            section.blocks().stream()
                    .filter(Items.class::isInstance)
                    .flatMap(block -> ((Items) block).items().stream())
                    .forEach(item -> add(draft, heading.get(), item.text(), item.line()));
            return;
        }
        if (section.level() < 2) {
            return;
        }
        Optional<Boolean> announced = Optional.empty();
        boolean signed = section.blocks().stream()
                .anyMatch(
                        block -> block instanceof Items items && items.marker().equals("+"));
        for (Block block : section.blocks()) {
            switch (block) {
                case Prose prose -> announced = prose.text().length() < 40 ? side(prose.text()) : Optional.empty();
                case Items items -> readItems(section, items, announced, signed);
                case Outline.Table _, Outline.Code _ -> {}
            }
        }
    }

    private void readItems(Section section, Items items, Optional<Boolean> announced, boolean signed) {
        Optional<Boolean> nested = Optional.empty();
        for (Item item : items.items()) {
            Matcher pros = PROS.matcher(item.text());
            Matcher cons = CONS.matcher(item.text());
            Matcher mark = MARK.matcher(item.text());
            if (item.depth() > 0 && nested.isPresent()) {
                add(draft(section.heading(), section.line()), nested.get(), item.text(), item.line());
            } else if (announced.isPresent()) {
                add(draft(section.heading(), section.line()), announced.get(), item.text(), item.line());
            } else if (signed) {
                add(draft(section.heading(), section.line()), items.marker().equals("+"), item.text(), item.line());
            } else if (mark.matches()) {
                add(draft(section.heading(), section.line()), mark.group(1) != null, mark.group(3), item.line());
            } else if (item.depth() == 0 && (pros.matches() || cons.matches())) {
                Draft draft = draft(section.heading(), section.line());
                nested = Optional.of(pros.matches());
                for (String phrase : CategoryTableReader.phrases(pros.matches() ? pros.group(1) : cons.group(1))) {
                    add(draft, pros.matches(), phrase, item.line());
                }
            }
        }
    }

    private static Optional<Boolean> side(String text) {
        Matcher pros = PROS.matcher(text);
        Matcher cons = CONS.matcher(text);
        return pros.matches() && pros.group(1).isBlank()
                ? Optional.of(true)
                : cons.matches() && cons.group(1).isBlank() ? Optional.of(false) : Optional.empty();
    }

    private Draft draft(String vendor, int line) {
        Draft draft = drafts.computeIfAbsent(Names.withoutNumber(vendor), _ -> new Draft());
        draft.line = draft.line == 0 ? line : draft.line;
        return draft;
    }

    private static void add(Draft draft, boolean pro, String text, int line) {
        (pro ? draft.pros : draft.cons).add(new Statement(text, line));
    }

    List<VendorNotes> vendors() {
        return drafts.entrySet().stream()
                .map(entry -> new VendorNotes(
                        entry.getKey(),
                        List.copyOf(entry.getValue().pros),
                        List.copyOf(entry.getValue().cons),
                        entry.getValue().line))
                .toList();
    }
}
