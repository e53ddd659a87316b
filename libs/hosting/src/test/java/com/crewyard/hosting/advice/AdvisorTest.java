package com.crewyard.hosting.advice;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.Seeds;
import com.crewyard.hosting.advice.Advice.Ranked;
import com.crewyard.hosting.advice.Advice.RankedOffering;
import com.crewyard.hosting.advice.Sensitivity.WeightBounds;
import com.crewyard.hosting.costs.PriceBook;
import com.crewyard.hosting.research.ResearchReader;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class AdvisorTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final Advisor advisor = new Advisor(PriceBook.shipped(), List.of(Market.shipped()), TODAY);

    @Test
    void ranksTheSeedsByTheirSumsAndSaysTiesAsTies() {
        Advice advice = advise("");

        assertThat(advice.ranking())
                .extracting(Ranked::category, Ranked::rank, Ranked::sum, Ranked::tied)
                .containsExactly(
                        Tuple.tuple("Container PaaS", 1, 30.0, true),
                        Tuple.tuple("Serverless FaaS", 1, 30.0, true),
                        Tuple.tuple("Serverless Containers", 3, 28.0, true),
                        Tuple.tuple("Edge Compute", 3, 28.0, true),
                        Tuple.tuple("Managed VPS / IaaS", 5, 25.0, false),
                        Tuple.tuple("Managed Kubernetes", 6, 22.0, false));
        assertThat(advice.sensitivity().first()).containsExactly("Container PaaS", "Serverless FaaS");
        assertThat(advice.ranking().stream().mapToDouble(Ranked::wins).sum())
                .isEqualTo(1, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(advice.excluded()).isEmpty();
        assertThat(advice.warnings()).isEmpty();
    }

    @Test
    void showsEveryCellWithItsSources() {
        Ranked paas = advise("").ranking().getFirst();

        assertThat(paas.cells()).hasSize(7);
        assertThat(paas.cells().values())
                .allSatisfy(cell -> assertThat(cell.sources()).hasSize(2));
    }

    @Test
    void derivesWeightsFromTheNeedsAndSaysWhy() {
        Advice advice = advise("""
                load: {steady: 10 req/s, peak: 200 req/s, idle_hours: 14}
                team: {people: 2}
                time_to_launch: 5 days
                """);

        assertThat(advice.weights().get("Cost @ zero-idle"))
                .isEqualTo(new Weighting("Cost @ zero-idle", 2, List.of("×2 idle half the day or more")));
        assertThat(advice.weights().values())
                .extracting(Weighting::weight)
                .containsExactly(2.0, 1.0, 1.0, 2.0, 1.0, 2.0, 2.0);
        assertThat(advice.ranking().getFirst().category()).isEqualTo("Serverless FaaS");
        assertThat(advice.sensitivity().tied()).isFalse();
    }

    @Test
    void excludesWhatCannotHoldWebSocketsAndSaysWhereItReadThat() {
        Advice advice = advise("load: {websocket_sessions: 500}");

        assertThat(advice.excluded()).singleElement().satisfies(exclusion -> {
            assertThat(exclusion.subject()).isEqualTo("Serverless FaaS");
            assertThat(exclusion.reason()).contains("stateless only");
            assertThat(exclusion.sources()).containsExactly(Seeds.EMPLOYMENT + ":28", Seeds.DEPLOYMENT + ":28");
        });
        assertThat(advice.ranking()).extracting(Ranked::category).doesNotContain("Serverless FaaS");
        assertThat(advice.sensitivity().first()).containsExactly("Container PaaS");
    }

    @Test
    void excludesWhatHasTooLittleMemory() {
        Advice advice = advise("instance: {memory: 512Mi}");

        assertThat(advice.excluded()).singleElement().satisfies(exclusion -> {
            assertThat(exclusion.subject()).isEqualTo("Edge Compute");
            assertThat(exclusion.need()).isEqualTo("instance.memory");
            assertThat(exclusion.reason()).contains("128 MB").contains("512 MiB");
            assertThat(exclusion.sources()).containsExactly(Seeds.EMPLOYMENT + ":129");
        });
    }

    @Test
    void anOfferingsOwnCapDoesNotExcludeItsWholeCategory() {
        Advice advice = advise("instance: {memory: 64 GiB, cpu: 16}");

        Ranked paas = ranked(advice, "Container PaaS");
        assertThat(paas.offerings())
                .filteredOn(offering -> offering.out().isPresent())
                .extracting(RankedOffering::name)
                .containsExactlyInAnyOrder("Google Cloud Run", "AWS App Runner");
    }

    @Test
    void knowsThatAppRunnerTakesNoNewCustomers() {
        assertThat(ranked(advise(""), "Container PaaS").offerings())
                .filteredOn(offering -> offering.name().equals("AWS App Runner"))
                .singleElement()
                .satisfies(offering -> assertThat(offering.out()).hasValueSatisfying(out -> {
                    assertThat(out.reason()).contains("2026-04-30").contains("ECS Express Mode");
                    assertThat(out.sources()).anyMatch(source -> source.contains("docs.aws.amazon.com"));
                }));
    }

    @Test
    void flagsFactsOlderThanAYear() {
        assertThat(advise("").aged())
                .extracting(Finding::file, Finding::line)
                .contains(Tuple.tuple(Seeds.EMPLOYMENT, 119));
    }

    @Test
    void saysHowFarAWeightMayMove() {
        Advice advice = advise("weights: {Flexibility: 2}");

        assertThat(advice.sensitivity().first()).containsExactly("Container PaaS");
        assertThat(advice.sensitivity().weights())
                .filteredOn(bounds -> bounds.criterion().equals("Flexibility"))
                .singleElement()
                .satisfies(bounds -> {
                    assertThat(bounds.low()).hasValue(1.0);
                    assertThat(bounds.below()).contains("Serverless FaaS");
                });
        assertThat(advice.changes())
                .extracting(Change::text)
                .anyMatch(change -> change.contains("Flexibility") && change.contains("Serverless FaaS"));
    }

    @Test
    void aCriterionWithoutPointsForTheLeaderCanBeWeighedUntilItLoses() {
        WeightBounds bounds =
                advise("weights: {Flexibility: 2}").sensitivity().weights().getLast();

        assertThat(bounds.criterion()).isEqualTo("Operational Overhead");
        assertThat(bounds.high()).isEmpty();
    }

    @Test
    void refusesAWeightForWhatIsNoCriterion() {
        assertThat(advise("weights: {Flexibilty: 2}").warnings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("did you mean \"Flexibility\"?"));
    }

    @Test
    void excludesWhatCostsMoreThanTheBudget() {
        Advice advice = advise("budget: {monthly: 40}");

        assertThat(advice.excluded())
                .extracting(Exclusion::subject)
                .contains("Managed Kubernetes")
                .doesNotContain("Managed VPS / IaaS");
    }

    @Test
    void theSameInputGivesTheSameBytes() {
        assertThat(AdviceJson.of(advise("team: {people: 3}"), List.of()))
                .isEqualTo(AdviceJson.of(advise("team: {people: 3}"), List.of()));
    }

    @Test
    void saysSoWhenNothingIsScored() {
        Advice advice = advisor.advise(
                List.of(ResearchReader.read("x.md", "# Nothing\n").document()), Needs.NONE, "needs.yaml");

        assertThat(advice.ranking()).isEmpty();
        assertThat(AdviceText.of(advice)).startsWith("The documents score no category");
    }

    @Test
    void writesTextThatFitsATerminal() {
        String text = AdviceText.of(advise("load: {websocket_sessions: 500}"));

        assertThat(text).contains("Container PaaS", "sum 30", "stateless only", "Operational Overhead, weight 1");
        assertThat(text.lines()).allMatch(line -> line.length() <= 120);
    }

    private Advice advise(String needs) {
        NeedsReader.Reading reading = NeedsReader.read("needs.yaml", needs);
        assertThat(reading.findings()).isEmpty();
        return advisor.advise(Seeds.both(), reading.needs(), "needs.yaml");
    }

    private static Ranked ranked(Advice advice, String category) {
        return advice.ranking().stream()
                .filter(r -> r.category().equals(category))
                .findFirst()
                .orElseThrow();
    }
}
