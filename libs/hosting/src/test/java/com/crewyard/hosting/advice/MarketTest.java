package com.crewyard.hosting.advice;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.advice.Advice.Ranked;
import com.crewyard.hosting.advice.Advice.RankedOffering;
import com.crewyard.hosting.costs.PriceBook;
import com.crewyard.hosting.research.Fact;
import com.crewyard.hosting.research.ResearchReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarketTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest
    @ValueSource(strings = {Market.SHIPPED, Market.CATEGORIES})
    void isReadWithoutAFinding(String name) throws IOException {
        try (InputStream stream = Objects.requireNonNull(Market.class.getResourceAsStream(name))) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(ResearchReader.read(name, text).findings()).isEmpty();
        }
    }

    @Test
    void everyFactHasADayAndASource() {
        List<Fact> facts = Market.shipped().facts();

        assertThat(facts).hasSizeGreaterThan(10).allSatisfy(fact -> {
            assertThat(fact.asOf()).isPresent();
            assertThat(fact.sources()).isNotEmpty();
        });
    }

    @Test
    void flagsTheFactsThatAreOlderThanAYear() {
        Advice advice = advice("");

        assertThat(advice.aged())
                .extracting(Finding::message)
                .anyMatch(message -> message.contains("Waypoint"))
                .noneMatch(message -> message.contains("App Runner"));
    }

    @Test
    void ranksWithoutAnyDocument() {
        List<Ranked> ranking = advice("").ranking();

        assertThat(ranking).hasSize(6);
        assertThat(ranking.getFirst().category()).isEqualTo("Container PaaS");
        assertThat(ranking)
                .flatExtracting(Ranked::offerings)
                .extracting(RankedOffering::out)
                .allMatch(java.util.Optional::isEmpty);
    }

    @Test
    void whatCannotHoldSessionsOrStayInARegionIsOut() {
        assertThat(advice("load: {websocket_sessions: 100}\ncompliance: {data_residency: [EU]}\n")
                        .excluded())
                .extracting(Exclusion::subject)
                .containsExactlyInAnyOrder("Serverless FaaS", "Edge Compute");
    }

    private static Advice advice(String needs) {
        return new Advisor(PriceBook.shipped(), List.of(Market.shipped()), TODAY)
                .advise(
                        List.of(Market.categories()),
                        NeedsReader.read("needs.yaml", needs).needs(),
                        "needs.yaml");
    }
}
