package com.crewyard.recruiting.taxonomy.internal;

import com.crewyard.recruiting.taxonomy.Skill;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Completes what someone types: labels that begin so, then names that do, then labels with a later word that does. */
public final class Suggestions {
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(String key, int rank, Skill skill) {}

    public Suggestions(SkillCatalog catalog) {
        for (Skill skill : catalog.all()) {
            String label = fold(skill.label());
            entries.add(new Entry(label, 0, skill));
            for (int space = label.indexOf(' '); space >= 0; space = label.indexOf(' ', space + 1)) {
                entries.add(new Entry(label.substring(space + 1), 2, skill));
            }
            skill.synonyms().forEach(synonym -> entries.add(new Entry(fold(synonym), 1, skill)));
        }
        entries.sort(Comparator.comparing(Entry::key));
    }

    public List<Skill> complete(String prefix, int limit) {
        String key = fold(prefix.strip());
        if (key.isEmpty() || limit <= 0) {
            return List.of();
        }
        List<Entry> matches = new ArrayList<>();
        for (int i = firstAtLeast(key);
                i < entries.size() && entries.get(i).key().startsWith(key);
                i++) {
            matches.add(entries.get(i));
        }
        matches.sort(Comparator.<Entry>comparingInt(entry -> entry.key().equals(key) ? 0 : 1)
                .thenComparingInt(Entry::rank)
                .thenComparingInt(entry -> entry.key().length())
                .thenComparing(entry -> entry.skill().label()));
        Set<Skill> skills = new LinkedHashSet<>();
        for (Entry match : matches) {
            if (skills.size() == limit) {
                break;
            }
            skills.add(match.skill());
        }
        return List.copyOf(skills);
    }

    private int firstAtLeast(String key) {
        int low = 0;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries.get(middle).key().compareTo(key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            folded.append(Characters.fold(text.charAt(i)));
        }
        return folded.toString();
    }
}
