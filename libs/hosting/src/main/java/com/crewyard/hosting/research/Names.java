package com.crewyard.hosting.research;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells whether two authors mean the same kind of hosting or the same product, whatever they call it. */
public final class Names {

    /** At or above it two names mean the same. */
    static final double SAME = 0.5;

    private static final Pattern NUMBER = Pattern.compile("^(?:#?\\d+|[A-Z]|[ivxIVX]+)[.):]\\s+");
    private static final Pattern WORD_BREAK = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> EMPTY_WORDS =
            Set.of("the", "a", "an", "and", "or", "of", "on", "for", "with", "in", "at", "to", "as", "hosting", "by");

    private static final Map<String, Pattern> KINDS = new TreeMap<>(Map.of(
            "vps", phrase("vps|iaas|infrastructure as a service|virtual (?:private )?servers?|virtual machines?|vms?"),
            "paas", phrase("paas|platform as a service|app platforms?"),
            "faas", phrase("faas|functions?|function as a service|functions as a service|lambdas?"),
            "kubernetes", phrase("kubernetes|k8s|kube|k3s|eks|gke|aks"),
            "containers", phrase("serverless containers?|containers? serverless|caas|containers? as a service|fargate"),
            "edge", phrase("edge|cdn|isolates?")));

    private Names() {}

    /** Without a leading "1." or "A)". */
    public static String withoutNumber(String name) {
        String bare = NUMBER.matcher(name.strip()).replaceFirst("").strip();
        return bare.isEmpty() ? name.strip() : bare;
    }

    /** Words in order, lower case, singular, without filler. */
    static Set<String> words(String name) {
        return Arrays.stream(WORD_BREAK.split(withoutNumber(name).toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty() && !EMPTY_WORDS.contains(word))
                .map(Names::singular)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What a name's words come down to; equal keys are the same name. */
    static String key(String name) {
        return String.join(" ", words(name));
    }

    static Set<String> kinds(String name) {
        String text = " " + String.join(" ", WORD_BREAK.split(name.toLowerCase(Locale.ROOT))) + " ";
        return KINDS.entrySet().stream()
                .filter(kind -> kind.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** From 0, nothing in common, to 1, the same name. */
    static double likeness(String left, String right) {
        Set<String> a = words(left);
        Set<String> b = words(right);
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        if (a.equals(b)) {
            return 1;
        }
        Set<String> kindsOfA = kinds(left);
        Set<String> kindsOfB = kinds(right);
        if (!kindsOfA.isEmpty() && !kindsOfB.isEmpty()) {
            long common = kindsOfA.stream().filter(kindsOfB::contains).count();
            return common == 0
                    ? 0
                    : 0.7 + 0.2 * common / Math.max(kindsOfA.size(), kindsOfB.size()) + 0.09 * overlap(a, b);
        }
        if (initials(left).equals(key(right)) || initials(right).equals(key(left))) {
            return 0.75;
        }
        return 0.98 * overlap(a, b);
    }

    /** Whether a product is one of the offerings, such as "Lambda / API Gateway" of "AWS Lambda + API Gateway". */
    public static boolean sameProduct(String left, String right) {
        Set<String> a = words(left.replaceAll("\\([^)]*\\)", " "));
        Set<String> b = words(right.replaceAll("\\([^)]*\\)", " "));
        if (a.isEmpty() || b.isEmpty()) {
            return false;
        }
        return a.size() <= b.size() ? b.containsAll(a) : a.containsAll(b);
    }

    private static double overlap(Set<String> a, Set<String> b) {
        long common = a.stream().filter(b::contains).count();
        return (double) common / (a.size() + b.size() - common) * 0.5
                + (double) common / Math.min(a.size(), b.size()) * 0.5;
    }

    private static String initials(String name) {
        return words(name).size() < 2
                ? ""
                : words(name).stream().map(word -> word.substring(0, 1)).collect(Collectors.joining());
    }

    private static String singular(String word) {
        return word.length() > 3
                        && word.endsWith("s")
                        && !word.endsWith("ss")
                        && !word.endsWith("us")
                        && !word.endsWith("tes")
                ? word.substring(0, word.length() - 1)
                : word;
    }

    private static Pattern phrase(String alternatives) {
        return Pattern.compile(" (?:" + alternatives + ") ");
    }
}
