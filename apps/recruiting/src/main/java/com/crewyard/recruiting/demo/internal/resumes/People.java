package com.crewyard.recruiting.demo.internal.resumes;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Names, addresses and numbers of people who do not exist, at domains that do not either (RFC 2606). */
final class People {

    private static final List<String> DOMAINS = List.of("example.com", "example.org", "example.net");

    private final List<Culture> cultures = Culture.all();
    private final List<Place> places = Place.all();

    /** @param handle the name in plain letters with a number, different for each index */
    record Person(
            String name,
            String handle,
            String firstLanguage,
            String email,
            Optional<String> phone,
            Optional<String> writtenPhone,
            String location,
            Optional<String> linkedin) {}

    Person person(String language, Dice dice, int index) {
        Culture culture = culture(language, dice);
        String given = dice.pick(culture.givenNames());
        String family = dice.pick(culture.familyNames());
        String name =
                culture.name().equals("vietnamese") && dice.chance(0.5) ? family + " " + given : given + " " + family;
        String handle = plain(given + "." + family) + (index + 1);
        Place place = dice.pick(places.stream()
                .filter(known -> known.language().equals(language))
                .toList());
        Phone phone = phone(place, dice);
        return new Person(
                name,
                handle.replace('.', '-'),
                culture.language(),
                handle + "@" + dice.pick(DOMAINS),
                phone.international(),
                phone.written(),
                place.name(),
                dice.chance(0.45)
                        ? Optional.of("https://www.linkedin.com/in/%s-example".formatted(handle.replace('.', '-')))
                        : Optional.empty());
    }

    private record Phone(Optional<String> international, Optional<String> written) {}

    private static Phone phone(Place place, Dice dice) {
        if (place.phone().isEmpty() || place.nationalPhone().isEmpty()) {
            return new Phone(Optional.empty(), Optional.empty());
        }
        String digits = dice.digits("#".repeat(12));
        return new Phone(
                Optional.of(fill(place.phone().get(), digits)),
                Optional.of(fill(
                        dice.chance(0.7)
                                ? place.phone().get()
                                : place.nationalPhone().get(),
                        digits)));
    }

    private static String fill(String pattern, String digits) {
        StringBuilder filled = new StringBuilder(pattern);
        int next = 0;
        for (int position = 0; position < filled.length(); position++) {
            if (filled.charAt(position) == '#') {
                filled.setCharAt(position, digits.charAt(next++));
            }
        }
        return filled.toString();
    }

    private Culture culture(String language, Dice dice) {
        String home = switch (language) {
            case "de" -> "german";
            case "fr" -> "french";
            case "es" -> "spanish";
            default -> dice.chance(0.25) ? "british" : "";
        };
        return dice.chance(0.7)
                ? cultures.stream()
                        .filter(culture -> culture.name().equals(home))
                        .findFirst()
                        .orElseGet(() -> dice.pick(cultures))
                : dice.pick(cultures);
    }

    /** Latin letters without marks. */
    private static String plain(String name) {
        return Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replace("ß", "ss")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ı", "i")
                .replaceAll("[^a-z.]", "");
    }
}
