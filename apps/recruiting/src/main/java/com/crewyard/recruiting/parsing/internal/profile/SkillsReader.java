package com.crewyard.recruiting.parsing.internal.profile;

import com.crewyard.recruiting.parsing.Found;
import com.crewyard.recruiting.parsing.ResumeProfile.Skill;
import com.crewyard.recruiting.parsing.Span;
import com.crewyard.recruiting.parsing.internal.vocabulary.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads skills: items of the lists in skills sections, and skills the taxonomy knows wherever they are named. */
final class SkillsReader {

    private static final int MAX_MENTIONS = 20;
    private static final int MAX_WORDS = 5;
    private static final Pattern SEPARATOR = Pattern.compile("[,;|•·\t]+|\\s+[–—-]\\s+|\\s+/\\s+");
    private static final Pattern LIST = Pattern.compile("[,;|·](?: |$)");
    private static final Pattern LABEL = Pattern.compile("^[\\p{L}\\p{N} &/+.()'’-]{2,45}?:[ \t]*");
    private static final Pattern LEVEL = Pattern.compile(
            "\\s*[(\\[](?:expert|advanced|intermediate|basic|beginner|proficient|experienced|familiar|\\d+\\+? ?(?:years?|yrs?|jahre?|ans|anos)[^)]*|sehr gut|gut|grundkenntnisse|fortgeschritten|avance|intermediaire|avanzado|intermedio|experte)[)\\]]$");
    private static final Pattern FILLER = Pattern.compile(
            "^(?:and|und|et|y|including|such as|proficient in|proficiency in|experienced in|experience with|experience in|knowledge of|familiar with|strong|excellent|working knowledge of|skilled in|expert in|kenntnisse in|erfahrung mit|maitrise de)\\s+");

    private final Vocabulary vocabulary;
    private final Map<String, Open> skills = new LinkedHashMap<>();

    /** A skill while its mentions are still being collected. */
    private static final class Open {
        private final String label;
        private final Optional<String> id;
        private final List<Span> spans = new ArrayList<>();
        private boolean listed;

        Open(String label, Optional<String> id) {
            this.label = label;
            this.id = id;
        }
    }

    private SkillsReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * @param lists lines of skills sections
     * @param prose lines where skills are named in passing
     */
    static List<Found<Skill>> read(List<DocLine> lists, List<DocLine> prose, Vocabulary vocabulary) {
        SkillsReader reader = new SkillsReader(vocabulary);
        for (Slice item : items(lists)) {
            reader.item(item);
        }
        for (Slice paragraph : paragraphs(prose)) {
            reader.mentions(paragraph);
        }
        return reader.skills.values().stream()
                .map(open -> new Found<>(
                        new Skill(open.label, open.id, open.listed),
                        open.listed ? open.id.isPresent() ? 0.95 : 0.75 : 0.7,
                        open.spans))
                .toList();
    }

    private void item(Slice item) {
        String text = item.text().replace('\n', ' ');
        List<Vocabulary.Mention> mentions = vocabulary.skills(text, true);
        int covered = mentions.stream().mapToInt(m -> m.end() - m.start()).sum();
        int words = text.split("\\s+").length;
        boolean phrase = words <= MAX_WORDS && text.length() <= 60 && !text.endsWith(".") && hasLetter(text);
        // "Advanced Java" is Java; "underwater basket weaving" is not weaving but what it says.
        if (phrase && covered * 5 < text.length() * 2) {
            add(text, Optional.empty(), item.span(), true);
        } else {
            mentions.forEach(mention -> mention(item, mention, true));
        }
    }

    private void mentions(Slice text) {
        String plain = text.text().replace('\n', ' ');
        vocabulary.skills(plain, false).forEach(mention -> mention(text, mention, false));
    }

    private void mention(Slice text, Vocabulary.Mention mention, boolean listed) {
        add(
                mention.label(),
                Optional.of(mention.id()),
                text.sub(mention.start(), mention.end()).span(),
                listed);
    }

    private void add(String label, Optional<String> id, Span span, boolean listed) {
        Open open = skills.computeIfAbsent(id.orElseGet(() -> Words.fold(label)), key -> new Open(label, id));
        open.listed |= listed;
        if (open.spans.size() < MAX_MENTIONS && !open.spans.contains(span)) {
            open.spans.add(span);
        }
    }

    private static boolean hasLetter(String text) {
        return text.chars().anyMatch(Character::isLetter);
    }

    /** Wrapped lines of a list belong together: "distributed / training" is one item. */
    private static List<Slice> items(List<DocLine> lines) {
        List<Slice> items = new ArrayList<>();
        for (Slice paragraph : paragraphs(lines)) {
            Slice rest = paragraph;
            Matcher label = LABEL.matcher(rest.text());
            if (label.find() && label.end() < rest.length()) {
                rest = rest.sub(label.end(), rest.length());
            }
            for (Slice part : divided(rest)) {
                clean(part).ifPresent(items::add);
            }
        }
        return items;
    }

    /** At separators outside parentheses; what parentheses hold are items of their own. */
    private static List<Slice> divided(Slice list) {
        List<Slice> parts = new ArrayList<>();
        String text = list.text();
        int open = text.indexOf('(');
        int close = open < 0 ? -1 : text.indexOf(')', open);
        if (open < 0 || close < 0) {
            return list.split(SEPARATOR);
        }
        Slice inner = list.sub(open + 1, close);
        boolean isLevel = LEVEL.matcher(Words.foldInPlace(" " + text.substring(open, close + 1)))
                .find();
        parts.addAll(list.sub(0, open).split(SEPARATOR));
        if (!isLevel) {
            parts.addAll(inner.split(SEPARATOR));
        }
        parts.addAll(divided(list.sub(close + 1, list.length())));
        return parts;
    }

    private static Optional<Slice> clean(Slice part) {
        Slice item = part.strip("•·*-–—.:()[]■");
        if (item.isEmpty()) {
            return Optional.empty();
        }
        // "C++" and ".NET" lose nothing: only dots that end a phrase are stripped.
        if (item.start() > part.start() && item.source().text().charAt(item.start() - 1) == '.') {
            item = new Slice(item.source(), item.start() - 1, item.end());
        }
        Matcher label = LABEL.matcher(item.text());
        if (label.find() && label.end() < item.length()) {
            item = item.sub(label.end(), item.length());
        }
        String folded = Words.foldInPlace(item.text());
        Matcher filler = FILLER.matcher(folded);
        int from = filler.find() ? filler.end() : 0;
        Matcher level = LEVEL.matcher(folded);
        int to = level.find() ? level.start() : folded.length();
        Slice bare = to > from ? item.sub(from, to).strip() : item;
        return bare.length() < 1 || bare.text().matches("[\\d\\W]+") ? Optional.empty() : Optional.of(bare);
    }

    /** Lines joined where one goes on in the next: after a comma, in lower case, or within an item. */
    private static List<Slice> paragraphs(List<DocLine> lines) {
        List<Slice> paragraphs = new ArrayList<>();
        DocLine previous = null;
        for (DocLine line : lines) {
            Slice slice = line.content();
            if (previous != null
                    && goesOn(previous, line)
                    && paragraphs.getLast().end() <= slice.start()) {
                Slice open = paragraphs.removeLast();
                paragraphs.add(new Slice(slice.source(), open.start(), slice.end()));
            } else {
                paragraphs.add(slice);
            }
            previous = line;
        }
        return paragraphs;
    }

    private static boolean goesOn(DocLine previous, DocLine line) {
        if (line.isItem()
                || line.gapBefore()
                || line.line().page() != previous.line().page()) {
            return false;
        }
        String above = previous.text();
        boolean open = line.continues()
                || Character.isLowerCase(line.text().charAt(0))
                || LIST.matcher(above).find() && !above.endsWith(".");
        return open && !LABEL.matcher(line.text()).find();
    }
}
