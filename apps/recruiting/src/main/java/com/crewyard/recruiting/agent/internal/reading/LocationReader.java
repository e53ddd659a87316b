package com.crewyard.recruiting.agent.internal.reading;

import com.crewyard.recruiting.places.Place;
import com.crewyard.recruiting.places.Places;
import com.crewyard.recruiting.places.Places.Mention;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads where the place of work is: what a "Location:" line says, else the cities named, else the country. */
final class LocationReader {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern LABEL = Pattern.compile(
            "(?:^|[\\n.;|•*] *|, )(?:job |work |office )?(?:locations?|places? of work|city|standorte?|arbeitsort|einsatzort|dienstort|ort|where) ?: *([^\\n;|]{2,120})",
            FLAGS);
    private static final Pattern LEAD = Pattern.compile(
            "(?:\\b(?:in|at|near|around|based in|out of|from|bei|für|raum|großraum|im raum|nähe|standort|to our|outside|downtown|central|nach)|[-–,(/|:]|^)\\s*$",
            FLAGS);
    private static final Pattern NOT_THE_PLACE_OF_WORK = Pattern.compile(
            "(?:offices? in|clients? in|customers? (?:in|across)|headquartered in|founded in|branches in|travel to|reisen nach|"
                    + "(?:university|school|college|bank|hospital|city|state|port) of|teams in|markets? (?:in|of|like)|operations in|present in)\\s*"
                    + "(?:[\\p{L} .]+(?:, | and | & | und ))*$",
            FLAGS);
    private static final Pattern UNKNOWN_TOWN = Pattern.compile(
            "\\b(?:in|near|based in|located in) ((?:\\p{Lu}[\\p{Ll}'’-]+)(?: (?:\\p{Lu}[\\p{Ll}'’-]+|upon|on|am|an der|City|Bay)){0,2})(?=[,.;)\\n]| *$| (?:for|with|who|at|on|to|and must|paying|full|part|remote|hybrid|must))");
    private static final Pattern POSTAL_TOWN =
            Pattern.compile("\\b\\d{5} (\\p{Lu}[\\p{L}-]+(?: (?:\\p{Lu}[\\p{L}-]+|am|an der|im))*)");
    private static final Set<String> NO_TOWN = Set.of(
            "english",
            "german",
            "french",
            "spanish",
            "italian",
            "dutch",
            "java",
            "python",
            "excel",
            "marketing",
            "sales",
            "finance",
            "engineering",
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "person",
            "office",
            "vollzeit",
            "teilzeit",
            "festanstellung",
            "q1",
            "q2",
            "q3",
            "q4",
            "house",
            "our",
            "the",
            "computer",
            "computer science",
            "accounting",
            "nursing",
            "education",
            "it",
            "hr",
            "operations",
            "wechselschicht",
            "schicht",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "spring",
            "summer",
            "winter",
            "autumn",
            "fall",
            "test",
            "europe",
            "emea",
            "scope",
            "english,");
    private static final int HEAD = 700;
    private static final int CONTEXT = 60;

    private LocationReader() {}

    static List<Sourced<String>> read(String text) {
        List<Sourced<String>> labelled = labelled(text);
        if (!labelled.isEmpty()) {
            return labelled;
        }
        List<Mention> mentions = Places.in(text).stream()
                .filter(mention -> isPlaceOfWork(text, mention))
                .toList();
        List<Mention> head =
                mentions.stream().filter(mention -> mention.start() < HEAD).toList();
        List<Mention> near = head.isEmpty() ? mentions.stream().limit(1).toList() : head;
        List<Mention> cities = near.stream()
                .filter(mention -> mention.place().city().isPresent())
                .toList();
        if (!cities.isEmpty()) {
            return distinct(text, cities);
        }
        List<Sourced<String>> unknown = unknownTown(text);
        return unknown.isEmpty() ? distinct(text, near) : unknown;
    }

    /** The country that the places lie in, when they agree. */
    static Optional<String> country(List<Sourced<String>> locations) {
        List<String> countries = locations.stream()
                .flatMap(location -> Places.of(location.value()).stream())
                .flatMap(place -> place.country().stream())
                .distinct()
                .toList();
        return countries.size() == 1 ? Optional.of(countries.getFirst()) : Optional.empty();
    }

    private static List<Sourced<String>> labelled(String text) {
        Matcher matcher = LABEL.matcher(text);
        while (matcher.find()) {
            int start = matcher.start(1);
            String line = matcher.group(1);
            List<Mention> mentions = Places.in(line);
            if (!mentions.isEmpty()) {
                List<Mention> cities = mentions.stream()
                        .filter(mention -> mention.place().city().isPresent())
                        .toList();
                return distinct(text, moved(cities.isEmpty() ? mentions : cities, start));
            }
            String written = line.split("[,(/]| [-–] |\\. ", 2)[0].strip();
            boolean isTown = !written.isEmpty()
                    && Character.isUpperCase(written.charAt(0))
                    && written.length() <= 60
                    && RemoteReader.read(written).isEmpty();
            if (isTown) {
                int at = text.indexOf(written, start);
                return List.of(new Sourced<>(written, at, at + written.length()));
            }
        }
        return List.of();
    }

    private static List<Mention> moved(List<Mention> mentions, int by) {
        return mentions.stream()
                .map(mention ->
                        new Mention(mention.place(), mention.start() + by, mention.end() + by, mention.certain()))
                .toList();
    }

    private static boolean isPlaceOfWork(String text, Mention mention) {
        String before = text.substring(Math.max(0, mention.start() - CONTEXT), mention.start());
        if (NOT_THE_PLACE_OF_WORK.matcher(before).find()) {
            return false;
        }
        boolean startsWord = mention.end() >= text.length() || !text.startsWith("-", mention.end());
        return startsWord && (mention.certain() || LEAD.matcher(before).find());
    }

    private static List<Sourced<String>> unknownTown(String text) {
        Matcher postal = POSTAL_TOWN.matcher(text);
        if (postal.find()) {
            return List.of(new Sourced<>(postal.group(1), postal.start(1), postal.end(1)));
        }
        Matcher matcher = UNKNOWN_TOWN.matcher(text.substring(0, Math.min(text.length(), HEAD)));
        while (matcher.find()) {
            String first = matcher.group(1).split(" ", 2)[0].toLowerCase(Locale.ROOT);
            boolean isTown = !NO_TOWN.contains(first)
                    && !NO_TOWN.contains(matcher.group(1).toLowerCase(Locale.ROOT));
            if (isTown && Places.of(matcher.group(1)).isEmpty()) {
                return List.of(new Sourced<>(matcher.group(1), matcher.start(1), matcher.end(1)));
            }
        }
        return List.of();
    }

    private static List<Sourced<String>> distinct(String text, List<Mention> mentions) {
        Map<Place, Sourced<String>> byPlace = new LinkedHashMap<>();
        List<Place> seen = new ArrayList<>();
        for (Mention mention : mentions) {
            Place place = mention.place();
            boolean known = seen.stream()
                    .anyMatch(other ->
                            other.city().isPresent() ? other.city().equals(place.city()) : other.equals(place));
            if (!known) {
                seen.add(place);
                byPlace.put(place, new Sourced<>(written(text, mention), mention.start(), mention.end()));
            }
        }
        return List.copyOf(byPlace.values());
    }

    /** As written, in the usual upper case where the writer did not bother. */
    private static String written(String text, Mention mention) {
        String words = text.substring(mention.start(), mention.end()).replaceAll("\\s+", " ");
        if (!words.equals(words.toLowerCase(Locale.ROOT))) {
            return words;
        }
        return mention.place().city().orElseGet(() -> Wording.titleCase(words));
    }
}
