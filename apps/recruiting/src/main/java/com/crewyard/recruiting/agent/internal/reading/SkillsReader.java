package com.crewyard.recruiting.agent.internal.reading;

import com.crewyard.recruiting.agent.internal.reading.Clauses.Clause;
import com.crewyard.recruiting.agent.internal.reading.Clauses.Wish;
import com.crewyard.recruiting.taxonomy.Skill;
import com.crewyard.recruiting.taxonomy.SkillId;
import com.crewyard.recruiting.taxonomy.SkillKind;
import com.crewyard.recruiting.taxonomy.SkillMention;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which skills are required and which are nice to have, by sections and wording. */
final class SkillsReader {

    /** A list written out on one line, whose entries are skills whether or not the taxonomy knows them. */
    private static final Pattern LIST = Pattern.compile(
            "(?:^|[\\n.;|•*] *)(?:(?<nice>nice[ -]to[ -]haves?|bonus|preferred(?: skills?)?|desired|pluses|wünschenswert|von vorteil)|(?:required |must[ -]have |key |technical |core )?(?:skills?|must[ -]haves?|requirements?|kenntnisse|anforderungen|tech stack|stack)) ?: *(?<list>[^\\n.;]{2,300})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final int MOST_WORDS = 3;
    private static final int MOST_WORDS_ALONE = 2;
    private static final int MOST_WORDS_WISHED = 6;
    private static final int MOST_SKILLS = 40;
    private static final Pattern NO_SKILL = Pattern.compile(
            ".*\\d+ ?\\+? ?(?:years?|yrs?|jahre?).*|.*\\b(?:experience|degree|erfahrung|ability|work|willing|must|we|you|the|with|is|are)\\b.*",
            Pattern.CASE_INSENSITIVE);

    private final Taxonomy taxonomy;

    SkillsReader(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    /**
     * @param required in the order of the text
     */
    record Skills(List<Sourced<String>> required, List<Sourced<String>> niceToHave) {}

    Skills read(String text, Optional<Sourced<String>> title, List<Sourced<?>> others) {
        List<Clause> clauses = Clauses.of(text);
        boolean hasSections = clauses.stream().anyMatch(clause -> clause.sectioned() && clause.wish() == Wish.REQUIRED);
        Map<SkillId, Sourced<String>> required = new LinkedHashMap<>();
        Map<SkillId, Sourced<String>> nice = new LinkedHashMap<>();
        Map<SkillId, Sourced<String>> named = new LinkedHashMap<>();
        for (SkillMention mention : mentions(text, clauses)) {
            boolean isContraction =
                    mention.surface().contains("'") || mention.surface().contains("’");
            if (isContraction || others.stream().anyMatch(other -> overlap(other, mention))) {
                continue;
            }
            Clause clause = Clauses.at(clauses, mention.start());
            boolean inTitle = title.map(found -> found.covers(mention.start())).orElse(false);
            SkillKind kind = mention.skill().kind();
            Sourced<String> skill =
                    new Sourced<>(asWritten(mention.skill(), mention.surface()), mention.start(), mention.end());
            if (inTitle) {
                if (kind == SkillKind.TOOL) {
                    named.putIfAbsent(mention.skill().id(), skill);
                }
            } else if (clause.wish() == Wish.NICE_TO_HAVE) {
                nice.putIfAbsent(mention.skill().id(), skill);
            } else if (clause.wish() == Wish.REQUIRED) {
                required.putIfAbsent(mention.skill().id(), skill);
            } else if (clause.wish() == Wish.UNSAID && !hasSections && kind != SkillKind.SOFT) {
                named.putIfAbsent(mention.skill().id(), skill);
            }
        }
        named.forEach((id, skill) -> {
            if (!nice.containsKey(id)) {
                required.putIfAbsent(id, skill);
            }
        });
        required.keySet().forEach(nice::remove);
        List<Sourced<String>> requiredSkills = new ArrayList<>(required.values());
        List<Sourced<String>> niceSkills = new ArrayList<>(nice.values());
        addUnknown(text, clauses, others, requiredSkills, niceSkills);
        return new Skills(first(requiredSkills), first(niceSkills));
    }

    private static boolean overlap(Sourced<?> other, SkillMention mention) {
        return other.start() < mention.end() && mention.start() < other.end();
    }

    /** Running text is read with care; lists of skills may name what is an ordinary word elsewhere. */
    private List<SkillMention> mentions(String text, List<Clause> clauses) {
        List<SkillMention> found = new ArrayList<>(taxonomy.findSkills(text, false));
        Matcher lists = LIST.matcher(text);
        while (lists.find()) {
            addListed(found, text, lists.start("list"), lists.end("list"));
        }
        for (Clause clause : clauses) {
            int most = clause.wish() == Wish.UNSAID ? MOST_WORDS_ALONE : MOST_WORDS_WISHED;
            boolean isShort =
                    text.substring(clause.start(), clause.end()).strip().split("\\s+").length <= most;
            if (isShort && clause.wish() != Wish.NOT_ASKED) {
                addListed(found, text, clause.start(), clause.end());
            }
        }
        found.sort(java.util.Comparator.comparingInt(SkillMention::start));
        return found;
    }

    private void addListed(List<SkillMention> found, String text, int from, int to) {
        for (SkillMention mention : taxonomy.findSkills(text.substring(from, to), true)) {
            int start = from + mention.start();
            int end = from + mention.end();
            if (found.stream().noneMatch(other -> other.start() < end && start < other.end())) {
                found.add(new SkillMention(mention.skill(), start, end, mention.surface()));
            }
        }
    }

    private static List<Sourced<String>> first(List<Sourced<String>> skills) {
        return skills.stream()
                .sorted(java.util.Comparator.comparingInt(Sourced::start))
                .limit(MOST_SKILLS)
                .toList();
    }

    private void addUnknown(
            String text,
            List<Clause> clauses,
            List<Sourced<?>> others,
            List<Sourced<String>> required,
            List<Sourced<String>> nice) {
        Set<Integer> covered = new HashSet<>();
        others.forEach(other -> addAll(covered, other));
        required.forEach(skill -> addAll(covered, skill));
        nice.forEach(skill -> addAll(covered, skill));
        Matcher lists = LIST.matcher(text);
        while (lists.find()) {
            Matcher entries = Pattern.compile("[^,/]+").matcher(lists.group("list"));
            while (entries.find()) {
                String raw = entries.group();
                String entry = raw.strip()
                        .replaceFirst("(?i)^(?:and|und|or|oder) ", "")
                        .strip();
                int start = lists.start("list") + entries.start() + raw.indexOf(entry);
                boolean isSkill = entry.length() > 1
                        && entry.split(" ").length <= MOST_WORDS
                        && !NO_SKILL.matcher(entry).matches()
                        && taxonomy.findSkills(entry, true).isEmpty()
                        && !covered.contains(start);
                if (isSkill && lists.group("list").contains(",")) {
                    Sourced<String> skill = new Sourced<>(entry, start, start + entry.length());
                    boolean isNice = lists.group("nice") != null
                            || Clauses.at(clauses, start).wish() == Wish.NICE_TO_HAVE;
                    (isNice ? nice : required).add(skill);
                }
            }
        }
    }

    private static void addAll(Set<Integer> covered, Sourced<?> skill) {
        for (int i = skill.start(); i < skill.end(); i++) {
            covered.add(i);
        }
    }

    /** As the writer put it, in the case that the taxonomy writes these words in. */
    private static String asWritten(Skill skill, String surface) {
        String plain = surface.replaceAll("\\s+", " ");
        if (plain.equalsIgnoreCase(skill.label())) {
            return skill.label();
        }
        if (!plain.equals(plain.toLowerCase(Locale.ROOT))) {
            return plain;
        }
        return skill.synonyms().stream()
                .filter(plain::equalsIgnoreCase)
                .findFirst()
                .orElse(plain);
    }
}
