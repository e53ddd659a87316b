package com.crewyard.recruiting.search.internal.query;

import com.crewyard.recruiting.search.internal.SearchDocument.KeywordField;
import com.crewyard.recruiting.search.internal.SearchDocument.TextField;
import com.crewyard.recruiting.search.internal.query.Condition.Keyword;
import com.crewyard.recruiting.search.internal.query.Condition.Phrase;
import com.crewyard.recruiting.search.internal.query.Condition.Same;
import com.crewyard.recruiting.search.internal.query.Condition.Weighted;
import com.crewyard.recruiting.search.internal.query.Condition.Words;
import com.crewyard.recruiting.taxonomy.Skill;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import com.crewyard.recruiting.taxonomy.Title;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What words stand for: beside themselves, the skills and titles that the taxonomy knows by them. */
public final class Vocabulary {

    /** Names of the same thing are nearly as good as the words themselves; broader things are a hint. */
    private static final float SAME = 0.8f;

    private static final float BROADER = 0.4f;
    private static final int LONGEST_NAME = 5;
    private static final int MOST_SYNONYMS = 8;
    private static final int SHORTEST_PHONE = 6;
    private static final Pattern PHONE = Pattern.compile("\\+?[\\d().\\-/]{6,24}");

    private final Taxonomy taxonomy;

    public Vocabulary(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    /**
     * Conditions that all have to hold for words that stand beside each other.
     *
     * @param growing whether the last of them may only be the beginning of a word
     */
    List<Condition> words(List<String> words, boolean growing) {
        List<Condition> conditions = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            int length = growing && at == words.size() - 1 ? 0 : longestName(words, at);
            boolean last = at + Math.max(1, length) == words.size();
            conditions.add(
                    length == 0
                            ? plain(words.get(at), growing && last)
                            : named(String.join(" ", words.subList(at, at + length)), growing && last));
            at += Math.max(1, length);
        }
        return conditions;
    }

    /** A skill by any of its names, or by its words. */
    Condition skill(String name, boolean quoted) {
        Condition written = written(TextField.SKILL, name, quoted);
        Optional<Skill> skill = taxonomy.skill(name);
        if (skill.isEmpty()) {
            return written;
        }
        String id = skill.get().id().value();
        return new Same(List.of(
                new Keyword(KeywordField.SKILL_ID, Set.of(id)),
                new Weighted(new Keyword(KeywordField.BROADER_SKILL_ID, Set.of(id)), BROADER),
                written));
    }

    /** A title by any of its names, or by its words. */
    Condition title(String name, boolean quoted) {
        Condition written = written(TextField.TITLE, name, quoted);
        Optional<Title> title = quoted ? Optional.empty() : taxonomy.title(name);
        return title.<Condition>map(known -> new Same(List.of(
                        written,
                        new Weighted(
                                new Keyword(
                                        KeywordField.TITLE_ID, Set.of(known.id().value())),
                                SAME))))
                .orElse(written);
    }

    private static Condition written(TextField field, String text, boolean quoted) {
        return quoted ? new Phrase(Optional.of(field), text) : new Words(Optional.of(field), text, false);
    }

    private static Condition plain(String word, boolean growing) {
        Words words = new Words(Optional.empty(), word, growing);
        if (word.indexOf('@') > 0) {
            return new Same(List.of(new Keyword(KeywordField.EMAIL, Set.of(word.toLowerCase(Locale.ROOT))), words));
        }
        String digits = word.replaceAll("\\D", "");
        if (digits.length() >= SHORTEST_PHONE && PHONE.matcher(word).matches()) {
            return new Same(List.of(new Keyword(KeywordField.PHONE, phones(digits)), words));
        }
        return words;
    }

    /** As it may be kept: with its country, or as dialled within one. */
    static Set<String> phones(String digits) {
        String bare = digits.replaceFirst("^0+", "");
        return Stream.of(digits, bare.isEmpty() ? digits : bare).collect(Collectors.toUnmodifiableSet());
    }

    /** How many words from here are a name that the taxonomy knows. */
    private int longestName(List<String> words, int from) {
        for (int length = Math.min(LONGEST_NAME, words.size() - from); length > 0; length--) {
            String name = String.join(" ", words.subList(from, from + length));
            if (taxonomy.skill(name).isPresent() || taxonomy.title(name).isPresent()) {
                return length;
            }
        }
        return 0;
    }

    private Condition named(String name, boolean growing) {
        List<Condition> choices = new ArrayList<>();
        List<Condition> each = new ArrayList<>();
        for (String word : name.split(" ")) {
            each.add(new Words(Optional.empty(), word, false));
        }
        choices.add(
                growing
                        ? new Words(Optional.empty(), name, true)
                        : each.size() == 1 ? each.getFirst() : new Condition.All(each));
        if (each.size() > 1) {
            choices.add(new Phrase(Optional.empty(), name));
        }
        taxonomy.skill(name).ifPresent(skill -> {
            String id = skill.id().value();
            choices.add(new Keyword(KeywordField.SKILL_ID, Set.of(id)));
            choices.add(new Weighted(new Keyword(KeywordField.BROADER_SKILL_ID, Set.of(id)), BROADER));
            synonyms(choices, name, skill.label(), skill.synonyms());
        });
        taxonomy.title(name).ifPresent(title -> {
            choices.add(new Weighted(
                    new Keyword(KeywordField.TITLE_ID, Set.of(title.id().value())), SAME));
            synonyms(choices, name, title.label(), title.synonyms());
        });
        return choices.size() == 1 ? choices.getFirst() : new Same(choices);
    }

    /** Other names as they stand in resumes: titles and skills have them by id. Short ones are too often something else. */
    private static void synonyms(List<Condition> choices, String name, String label, List<String> synonyms) {
        List<String> others = new ArrayList<>(List.of(label));
        others.addAll(synonyms);
        others.stream()
                .filter(other -> !other.equalsIgnoreCase(name) && other.length() > 3)
                .limit(MOST_SYNONYMS)
                .forEach(other -> choices.add(new Weighted(new Phrase(Optional.of(TextField.TEXT), other), SAME)));
    }
}
