package com.crewyard.recruiting.places;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads places out of text by a list of the larger cities, regions and countries. */
public final class Places {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}.'’-]*\\p{L}\\.?");
    private static final Pattern JOINT = Pattern.compile("[ \\u00a0]?,?[ \\u00a0]?\\(?");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final int MOST_WORDS = 5;
    private static final Map<String, Entry> ENTRIES = load();

    private Places() {}

    /**
     * A place in a text.
     *
     * @param certain whether the name is seldom anything else; "Reading" and "Essen" are not
     */
    public record Mention(Place place, int start, int end, boolean certain) {}

    /** @param isWord whether the name is a common word or a person's name too */
    private record Entry(Place place, boolean isWord, boolean isCode) {}

    /** What a location line says: "Berlin, Germany", "Austin TX", "Köln". Streets and postal codes are passed over. */
    public static Optional<Place> of(String written) {
        List<Mention> mentions = in(written);
        Optional<Mention> city = mentions.stream()
                .filter(mention -> mention.place().city().isPresent())
                .findFirst();
        return city.or(() -> mentions.stream().findFirst()).map(Mention::place);
    }

    /** Every place that a text names, in order; a city and the region or country after it are one. */
    public static List<Mention> in(String text) {
        List<Mention> found = new ArrayList<>();
        List<int[]> words = words(text);
        for (int i = 0; i < words.size(); ) {
            Mention mention = longestAt(text, words, i);
            if (mention == null) {
                i++;
                continue;
            }
            int end = mention.end();
            found.add(mention);
            while (i < words.size() && words.get(i)[0] < end) {
                i++;
            }
        }
        return joined(text, found);
    }

    private static List<int[]> words(String text) {
        List<int[]> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(new int[] {matcher.start(), matcher.end()});
        }
        return words;
    }

    private static @Nullable Mention longestAt(String text, List<int[]> words, int first) {
        int start = words.get(first)[0];
        for (int last = Math.min(words.size(), first + MOST_WORDS) - 1; last >= first; last--) {
            int end = words.get(last)[1];
            String written = text.substring(start, end);
            Entry entry = ENTRIES.get(key(written));
            if (entry == null && written.endsWith(".")) {
                end--;
                written = text.substring(start, end);
                entry = ENTRIES.get(key(written));
            }
            boolean isCurrency = text.startsWith("$", end);
            if (entry != null && !isCurrency && isWrittenAsName(entry, written)) {
                return new Mention(entry.place(), start, end, !entry.isWord() && !entry.isCode());
            }
        }
        return null;
    }

    private static boolean isWrittenAsName(Entry entry, String written) {
        if (entry.isCode() || (entry.isWord() && written.length() == 2)) {
            return written.equals(written.toUpperCase(Locale.ROOT));
        }
        return !entry.isWord() || Character.isUpperCase(written.charAt(0));
    }

    /** Joins "Austin", "TX" and "USA" into one; a code that stands alone is only letters. */
    private static List<Mention> joined(String text, List<Mention> mentions) {
        List<Mention> joined = new ArrayList<>();
        for (Mention mention : mentions) {
            Mention previous = joined.isEmpty() ? null : joined.getLast();
            if (previous != null
                    && JOINT.matcher(text.substring(previous.end(), mention.start()))
                            .matches()
                    && isInside(previous.place(), mention.place())) {
                joined.removeLast();
                joined.add(
                        new Mention(merge(previous.place(), mention.place()), previous.start(), mention.end(), true));
            } else if (!isBareCode(text, mention)) {
                joined.add(mention);
            }
        }
        return List.copyOf(joined);
    }

    private static boolean isBareCode(String text, Mention mention) {
        Entry entry = ENTRIES.get(key(text.substring(mention.start(), mention.end())));
        return entry != null && entry.isCode();
    }

    private static boolean isInside(Place inner, Place outer) {
        boolean narrower = inner.city().isPresent()
                ? outer.city().isEmpty()
                : inner.region().isPresent()
                        && outer.region().isEmpty()
                        && outer.city().isEmpty();
        boolean sameCountry = inner.country().equals(outer.country());
        return narrower && (sameCountry || outer.region().isPresent());
    }

    private static Place merge(Place inner, Place outer) {
        return new Place(inner.city(), outer.region().or(inner::region), outer.country());
    }

    private static String key(String written) {
        String plain = MARKS.matcher(Normalizer.normalize(written, Normalizer.Form.NFD))
                .replaceAll("");
        return plain.toLowerCase(Locale.ROOT).replace("ß", "ss").replace('’', '\'');
    }

    private static Map<String, Entry> load() {
        Map<String, Entry> entries = new HashMap<>();
        for (String line : PlaceFile.lines("countries.txt")) {
            String[] parts = line.split(";", 3);
            Optional<String> country = Optional.of(parts[0].strip());
            for (String name : parts[1].split("\\|")) {
                put(entries, name, new Place(Optional.empty(), Optional.empty(), country), false);
            }
            for (String city : parts[2].split(",")) {
                String[] namesAndRegion = city.strip().split("@", 2);
                String[] names = namesAndRegion[0].split("\\|");
                Optional<String> region =
                        namesAndRegion.length == 2 ? Optional.of(namesAndRegion[1].strip()) : Optional.empty();
                String label = names[0].replace("?", "").strip();
                for (String name : names) {
                    put(entries, name, new Place(Optional.of(label), region, country), false);
                }
            }
        }
        for (String line : PlaceFile.lines("regions.txt")) {
            String[] parts = line.split(";", 2);
            Optional<String> country = Optional.of(parts[0].strip());
            for (String region : parts[1].split(",")) {
                String[] codeAndNames = region.strip().split(" ", 2);
                Place place = new Place(Optional.empty(), Optional.of(codeAndNames[0]), country);
                put(entries, codeAndNames[0], place, true);
                for (String name : codeAndNames[1].split("\\|")) {
                    put(entries, name, place, false);
                }
            }
        }
        return Map.copyOf(entries);
    }

    private static void put(Map<String, Entry> entries, String written, Place place, boolean isCode) {
        String name = written.strip();
        boolean isWord = name.endsWith("?");
        entries.putIfAbsent(key(name.replace("?", "")), new Entry(place, isWord, isCode));
    }
}
