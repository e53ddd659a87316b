package com.crewyard.recruiting.places;

import java.util.Optional;

/**
 * Somewhere, as exactly as it was named, never below a city.
 *
 * @param region code within the country: {@code NY}, {@code BY}
 * @param country ISO 3166-1 alpha-2
 */
public record Place(Optional<String> city, Optional<String> region, Optional<String> country) {

    /** How near two places are known to be. */
    public enum Nearness {
        SAME_CITY,
        SAME_REGION,
        SAME_COUNTRY,
        ELSEWHERE,
        /** One of them is not said exactly enough. */
        UNKNOWN
    }

    public Nearness to(Place other) {
        if (city.isPresent() && city.equals(other.city) && agree(country, other.country)) {
            return Nearness.SAME_CITY;
        }
        if (country.isEmpty() || other.country.isEmpty()) {
            return city.isPresent() && other.city.isPresent() ? Nearness.ELSEWHERE : Nearness.UNKNOWN;
        }
        if (!country.equals(other.country)) {
            return Nearness.ELSEWHERE;
        }
        return region.isPresent() && region.equals(other.region) ? Nearness.SAME_REGION : Nearness.SAME_COUNTRY;
    }

    private static boolean agree(Optional<String> one, Optional<String> other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }
}
