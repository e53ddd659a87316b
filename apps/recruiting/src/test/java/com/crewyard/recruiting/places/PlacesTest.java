package com.crewyard.recruiting.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Berlin|Berlin,,DE",
                "München, Deutschland|Munich,,DE",
                "Köln|Cologne,,DE",
                "Austin, TX|Austin,TX,US",
                "Austin TX, USA|Austin,TX,US",
                "New York, NY 10001|New York,NY,US",
                "12 Main Street, Boston, MA|Boston,MA,US",
                "80331 München|Munich,,DE",
                "Washington D.C.|Washington DC,DC,US",
                "London, UK|London,,GB",
                "Germany|,,DE",
                "Bavaria, Germany|,BY,DE",
                "São Paulo|São Paulo,,BR",
                "St. Louis, Missouri|St. Louis,MO,US"
            })
    void readsALocationLine(String written, String expected) {
        Place place = Places.of(written).orElseThrow();
        assertThat("%s,%s,%s"
                        .formatted(
                                place.city().orElse(""),
                                place.region().orElse(""),
                                place.country().orElse("")))
                .isEqualTo(expected);
    }

    @Test
    void doesNotTakeWordsForPlaces() {
        assertThat(Places.in("join us and split the reading of the nice essen by mobile in or me"))
                .isEmpty();
    }

    @Test
    void saysWhereAPlaceStands() {
        String text = "Chef in Lyon or Geneva, Switzerland wanted";
        assertThat(Places.in(text))
                .extracting(mention -> text.substring(mention.start(), mention.end()))
                .isEqualTo(List.of("Lyon", "Geneva, Switzerland"));
    }

    @Test
    void knowsNothingOfUnknownPlaces() {
        assertThat(Places.of("Hintertupfingen")).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Berlin|Berlin, Germany|SAME_CITY",
                "Austin, TX|Dallas, Texas|SAME_REGION",
                "Hamburg|München|SAME_COUNTRY",
                "Hamburg|Lyon|ELSEWHERE",
                "Germany|Hamburg|SAME_COUNTRY"
            })
    void tellsHowNearPlacesAre(String one, String other, Place.Nearness nearness) {
        assertThat(Places.of(one).orElseThrow().to(Places.of(other).orElseThrow()))
                .isEqualTo(nearness);
    }
}
