package com.crewyard.hosting.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds offerings in sentences. One is named by its whole name without the vendor's, or by a word of it that no other
 * offering has and that is no everyday word; words count only with a capital, for "workers" are not Cloudflare's.
 */
final class Mentions {

    private static final Pattern BREAK = Pattern.compile("[\\s,;:()/+&]+|\\.(?=\\s|$)");
    private static final Set<String> VENDORS = Set.of("aws", "amazon", "google", "azure", "microsoft");
    private static final Set<String> EVERYDAY = Set.of(
            "app",
            "apps",
            "cloud",
            "function",
            "functions",
            "container",
            "containers",
            "edge",
            "serverless",
            "service",
            "services",
            "api",
            "gateway",
            "run",
            "engine",
            "managed",
            "platform",
            "deploy",
            "compute",
            "mode",
            "workers");

    private final List<Name> names = new ArrayList<>();

    private record Name(String offering, List<String> words) {}

    Mentions(List<String> offerings) {
        for (String offering : offerings) {
            for (String part : offering.split("\\s*[+/]\\s*", -1)) {
                List<String> words = words(part);
                if (!words.isEmpty()) {
                    names.add(new Name(offering, words));
                }
            }
        }
    }

    /** Where each offering is first named decides the order. */
    List<String> in(String text) {
        List<String> tokens = Arrays.stream(BREAK.split(text))
                .filter(token -> !token.isEmpty())
                .toList();
        Set<String> found = new LinkedHashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            if (!Character.isUpperCase(token.codePointAt(0))) {
                continue;
            }
            int at = i;
            names.stream()
                    .filter(name ->
                            begins(name.words(), tokens, at) || isDistinctive(token.toLowerCase(Locale.ROOT), name))
                    .map(Name::offering)
                    .forEach(found::add);
        }
        return List.copyOf(found);
    }

    private static boolean begins(List<String> words, List<String> tokens, int at) {
        if (at + words.size() > tokens.size() || (words.size() == 1 && EVERYDAY.contains(words.getFirst()))) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (!tokens.get(at + i).toLowerCase(Locale.ROOT).equals(words.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean isDistinctive(String word, Name name) {
        return name.words().contains(word)
                && !EVERYDAY.contains(word)
                && names.stream()
                                .filter(other -> other.words().contains(word))
                                .map(Name::offering)
                                .distinct()
                                .count()
                        == 1;
    }

    private static List<String> words(String name) {
        return Arrays.stream(BREAK.split(name.replaceAll("\\([^)]*\\)", " ")))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty() && !VENDORS.contains(word))
                .collect(Collectors.toList());
    }
}
