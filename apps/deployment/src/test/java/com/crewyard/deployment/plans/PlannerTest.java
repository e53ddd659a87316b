package com.crewyard.deployment.plans;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.deployment.releases.CanonicalJson;
import com.crewyard.deployment.releases.Configuration;
import com.crewyard.deployment.releases.Release;
import com.crewyard.hosting.costs.PriceBook;
import com.crewyard.hosting.spec.AppSpec.Analysis;
import com.crewyard.hosting.spec.AppSpec.Analysis.Undecided;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class PlannerTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Requests UNKNOWN = new Requests.Unknown("The keeper does not answer.");
    private static final Configuration CANARY = Wanted.canary(
            new Analysis(0.005, 0.10, 0.25, Undecided.ROLLBACK, Optional.empty(), Duration.ofSeconds(15), List.of()),
            Duration.ofMinutes(5),
            10,
            50);
    private static final Configuration CONTAINERS = Wanted.of(Wanted.ONE_HOST, 2, 0.25, 256);

    @Test
    void writesVerdictAndCostIntoItsText() {
        assertThat(PlanText.of(plan(CANARY, Optional.of(CANARY), TODAY)))
                .contains("""

                        Verdict
                          The router of release 1 cannot be asked, so the time to a verdict is not known: The keeper does not answer.
                        """)
                .doesNotContain("\nCost\n");
        assertThat(PlanText.of(plan(CONTAINERS, Optional.empty(), TODAY)))
                .contains("""

                        Cost
                          all instances may use 0.5 CPUs and 512 MiB
                        """)
                .doesNotContain("\nVerdict\n");
    }

    @Test
    void forecastsCanariesOverALiveReleaseOnly() {
        assertThat(plan(CANARY, Optional.empty(), TODAY).verdict()).isEmpty();
        assertThat(plan(CONTAINERS, Optional.of(CONTAINERS), TODAY).verdict()).isEmpty();
        assertThat(Planner.forecasts(CANARY, false)).isFalse();
        assertThat(Planner.forecasts(CANARY, true)).isTrue();
        assertThat(Planner.forecasts(CONTAINERS, true)).isFalse();
    }

    @Test
    void anApprovalIsBoundToNeitherTrafficNorPrices() {
        Plan plan = plan(CONTAINERS, Optional.empty(), TODAY);
        Plan later = plan(CONTAINERS, Optional.empty(), TODAY.plusYears(2));

        assertThat(later.cost()).isNotEqualTo(plan.cost());
        assertThat(later.hash()).isEqualTo(plan.hash());
        assertThat(Planner.plan(Wanted.asked(CANARY), outlook(Optional.of(CANARY), Optional.empty(), TODAY))
                        .hash())
                .isEqualTo(plan(CANARY, Optional.of(CANARY), TODAY).hash());
    }

    @Test
    void aPlanFromBeforeThereWereForecastsCanBeRead() {
        Plan plan = plan(CONTAINERS, Optional.of(CONTAINERS), TODAY);
        ObjectNode json = (ObjectNode) CanonicalJson.tree(plan);
        assertThat(CanonicalJson.read(json.toString(), Plan.class)).isEqualTo(plan);

        json.remove(List.of("verdict", "cost"));

        Plan read = CanonicalJson.read(json.toString(), Plan.class);
        assertThat(read.verdict()).isEmpty();
        assertThat(read.cost()).isEmpty();
        assertThat(read.hash()).isEqualTo(plan.hash());
    }

    private static Plan plan(Configuration wanted, Optional<Configuration> live, LocalDate today) {
        return Planner.plan(Wanted.asked(wanted), outlook(live, Optional.of(UNKNOWN), today));
    }

    private static Outlook outlook(Optional<Configuration> live, Optional<Requests> requests, LocalDate today) {
        Optional<Release> release = live.map(configuration -> Wanted.release(1, configuration));
        return new Outlook(2, release, Optional.empty(), requests, PriceBook.shipped(), today);
    }
}
