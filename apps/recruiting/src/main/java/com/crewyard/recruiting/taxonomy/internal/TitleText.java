package com.crewyard.recruiting.taxonomy.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A title as written in an advertisement or a resume, cleared of gender markers and cut where something else begins. */
final class TitleText {
    private static final Pattern GENDER_MARKER = Pattern.compile(
            "[(\\[]\\s*(?:[mwfdxhig*]{1,3}|all genders?|divers|gn)(?:\\s*[/|,\\-]\\s*(?:[mwfdxhig*]{1,3}|divers|gn))*\\s*[)\\]]"
                    + "|(?<![\\p{L}\\p{N}/])[mwfdxh](?:/[mwfdxh*]){1,3}(?![\\p{L}\\p{N}/])|\\ball genders\\b",
            Pattern.CASE_INSENSITIVE);

    /** Entwickler/in, Entwickler*in, Entwickler:in, Entwickler(in), infirmier(ère), vendeur/euse. */
    private static final Pattern GENDER_ENDING = Pattern.compile(
            "(?<=\\p{L}{3})(?:[*:_·]|/-?|\\()(?:innen|in|ière|ère|trice|rice|euse|ne|se|e|a)\\)?(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CUT =
            Pattern.compile("\\s+[-–—|@•·:]+\\s+|\\s*[,;|()\\[\\]]\\s*|\\s+(?:at|bei|chez|für|for|in|en|im)\\s+");

    private TitleText() {}

    static String withoutGender(String raw) {
        String unmarked = GENDER_MARKER.matcher(raw).replaceAll(" ");
        return GENDER_ENDING.matcher(unmarked).replaceAll("").strip();
    }

    /** What stands around the part: places and the like, without the "in" or "at" that led to it. */
    static String without(String part, String title) {
        return CUT.splitAsStream(title)
                .map(String::strip)
                .filter(other -> !other.equals(part))
                .collect(Collectors.joining(" "));
    }

    /** The whole first, then its parts from left to right: "Director, Sales" is one title, "Cook, Hotel Adler" is not. */
    static List<String> readings(String title) {
        List<String> readings = new ArrayList<>();
        readings.add(title);
        for (String part : CUT.split(title)) {
            if (!part.isBlank() && !part.equals(title)) {
                readings.add(part.strip());
            }
        }
        return readings;
    }
}
