package com.crewyard.hosting.artifacts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person wrote between {@code # crewyard:keep NAME} and {@code # crewyard:end} survives when the file is
 * generated anew.
 */
public final class KeptRegions {

    private static final Pattern BEGIN = Pattern.compile("\\s*(?:#|//)\\s*crewyard:keep (\\S+)\\s*");
    private static final Pattern END = Pattern.compile("\\s*(?:#|//)\\s*crewyard:end\\s*");

    private KeptRegions() {}

    /** The generated text with the regions of the existing one. */
    public static String keep(String existing, String generated) {
        Map<String, List<String>> kept = regions(existing);
        List<String> lines = new ArrayList<>();
        boolean inside = false;
        for (String line : generated.split("\n", -1)) {
            Matcher begin = BEGIN.matcher(line);
            if (begin.matches() && kept.containsKey(begin.group(1))) {
                lines.add(line);
                lines.addAll(kept.getOrDefault(begin.group(1), List.of()));
                inside = true;
            } else if (END.matcher(line).matches()) {
                lines.add(line);
                inside = false;
            } else if (!inside) {
                lines.add(line);
            }
        }
        return String.join("\n", lines);
    }

    private static Map<String, List<String>> regions(String text) {
        Map<String, List<String>> regions = new HashMap<>();
        List<String> current = new ArrayList<>();
        String name = "";
        for (String line : text.split("\n", -1)) {
            Matcher begin = BEGIN.matcher(line);
            if (begin.matches()) {
                name = begin.group(1);
                current = new ArrayList<>();
            } else if (END.matcher(line).matches() && !name.isEmpty()) {
                regions.put(name, List.copyOf(current));
                name = "";
            } else {
                current.add(line);
            }
        }
        return regions;
    }
}
