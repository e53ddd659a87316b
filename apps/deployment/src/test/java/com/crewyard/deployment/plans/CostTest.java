package com.crewyard.deployment.plans;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.deployment.releases.Configuration;
import com.crewyard.deployment.targets.Limits;
import com.crewyard.hosting.costs.PriceBook;
import com.crewyard.hosting.spec.AppSpec.Rollout.Strategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CostTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final String WITHOUT = "; without databases, routers, traffic out and taxes";
    private static final String OLD = " of 2022-07-01 (old, so look it up)";

    @Test
    void tellsWhatAFirstReleaseCosts() {
        assertThat(first(Wanted.of(Wanted.ONE_HOST, 2, 0.25, 256)))
                .containsExactly(
                        "all instances may use 0.5 CPUs and 512 MiB",
                        "machines that hold this cost 4 USD a month (droplet-512mb)",
                        "prices: droplet-512mb of 2026-09-20" + WITHOUT);
    }

    @Test
    void tellsTheDifferenceAndHowMuchBothNeedTogether() {
        assertThat(changed(
                        Wanted.of(Wanted.ONE_HOST, 2, 0.25, 256),
                        Wanted.of(Wanted.ONE_HOST, 4, 0.25, 512),
                        Strategy.BLUE_GREEN))
                .containsExactly(
                        "all instances may use 1 CPU and 2,048 MiB instead of 0.5 CPUs and 512 MiB",
                        "while both releases are there, they may use 1.5 CPUs and 2,560 MiB at the highest",
                        "machines that hold this cost 12 USD a month (droplet-2gb) instead of 4 USD (droplet-512mb), 8 USD more",
                        "prices: droplet-512mb of 2026-09-20, droplet-2gb" + OLD + WITHOUT);
    }

    @Test
    void everySentenceOfTheGuideIsTheCodes() throws IOException {
        String guide = Files.readString(Path.of("../../docs/deploying.md"));

        assertThat(changed(
                        Wanted.of(Wanted.ONE_HOST, 2, 0.25, 256),
                        Wanted.of(Wanted.ONE_HOST, 4, 0.25, 512),
                        Strategy.BLUE_GREEN))
                .allSatisfy(sentence -> assertThat(guide).contains("\n  " + sentence + "\n"));
    }

    @Test
    void tellsASavingAndWhatStaysAsItWas() {
        Configuration large = Wanted.of(Wanted.ONE_HOST, 2, 1, 1024);
        Configuration small = Wanted.of(Wanted.ONE_HOST, 2, 0.1, 100);

        assertThat(changed(large, small, Strategy.RECREATE))
                .contains(
                        "machines that hold this cost 4 USD a month (droplet-512mb) instead of 24 USD (droplet-4gb), 20 USD less")
                .as("of a release that goes before the other comes")
                .noneMatch(sentence -> sentence.contains("both releases"));
        assertThat(changed(large, large, Strategy.CANARY))
                .contains(
                        "all instances may use 2 CPUs and 2,048 MiB, as before",
                        "while both releases are there, they may use 4 CPUs and 4,096 MiB at the highest",
                        "machines that hold this cost 24 USD a month (droplet-4gb), as before");
    }

    @Test
    void eachOfSeveralHostsHoldsItsShare() {
        Configuration wanted = Wanted.of(
                Wanted.THREE_HOSTS,
                Map.of(
                        "web", Wanted.service(4, Optional.of(new Limits(0.5, 512))),
                        "worker", Wanted.service(1, Optional.of(new Limits(0.5, 1024)))),
                Wanted.rollout(Strategy.BLUE_GREEN, 1));

        assertThat(changed(Wanted.of(Wanted.THREE_HOSTS, 3, 0.5, 512), wanted, Strategy.BLUE_GREEN))
                .containsExactly(
                        "all instances may use 2.5 CPUs and 3,072 MiB instead of 1.5 CPUs and 1,536 MiB",
                        "while both releases are there, they may use 4 CPUs and 4,608 MiB at the highest, on one host 2 CPUs and 2,560 MiB at most",
                        "machines that hold this cost 32 USD a month (droplet-4gb, 2 × droplet-512mb) instead of 12 USD (3 × droplet-512mb), 20 USD more",
                        "prices: droplet-512mb of 2026-09-20, droplet-4gb" + OLD + WITHOUT);
    }

    @Test
    void aRollingReleaseHasABatchMoreAtTheHighest() {
        Configuration wanted = Wanted.of(
                Wanted.ONE_HOST,
                Map.of("web", Wanted.service(4, Optional.of(new Limits(0.25, 128)))),
                Wanted.rollout(Strategy.ROLLING, 3));

        assertThat(changed(Wanted.of(Wanted.ONE_HOST, 4, 0.25, 100), wanted, Strategy.ROLLING))
                .as("3 new beside 4 old, then 4 new beside 1 old")
                .contains("while both releases are there, they may use 1.75 CPUs and 784 MiB at the highest");
    }

    @Test
    void saysWhenNoMachineIsLargeEnough() {
        Configuration small = Wanted.of(Wanted.ONE_HOST, 1, 0.5, 512);
        Configuration huge = Wanted.of(Wanted.ONE_HOST, 3, 1, 2048);

        assertThat(changed(small, huge, Strategy.RECREATE))
                .containsExactly(
                        "all instances may use 3 CPUs and 6,144 MiB instead of 0.5 CPUs and 512 MiB",
                        "no machine in the price book holds the 3 CPUs and 6,144 MiB of one host, so what it costs is not known; now it is 4 USD a month (droplet-512mb)",
                        "prices: droplet-512mb of 2026-09-20" + WITHOUT);
        assertThat(changed(huge, small, Strategy.RECREATE))
                .contains(
                        "machines that hold this cost 4 USD a month (droplet-512mb); none in the price book holds what there is now");
        assertThat(first(huge))
                .containsExactly(
                        "all instances may use 3 CPUs and 6,144 MiB",
                        "no machine in the price book holds the 3 CPUs and 6,144 MiB of one host, so what it costs is not known");
    }

    @Test
    void saysNothingWhereInstancesHaveNoLimits() {
        Configuration wanted = Wanted.of(
                "process", Map.of("web", Wanted.service(2, Optional.empty())), Wanted.rollout(Strategy.BLUE_GREEN, 1));

        assertThat(first(wanted)).isEmpty();
        assertThat(changed(wanted, wanted, Strategy.BLUE_GREEN)).isEmpty();
    }

    @Test
    void addsDecimalsOfCpusUpToTheWholeMachine() {
        assertThat(first(Wanted.of(Wanted.ONE_HOST, 10, 0.1, 50)))
                .contains(
                        "all instances may use 1 CPU and 500 MiB",
                        "machines that hold this cost 4 USD a month (droplet-512mb)");
    }

    private static List<String> first(Configuration wanted) {
        return Cost.of(wanted, Optional.empty(), Strategy.BLUE_GREEN, PriceBook.shipped(), TODAY);
    }

    private static List<String> changed(Configuration live, Configuration wanted, Strategy strategy) {
        return Cost.of(wanted, Optional.of(live), strategy, PriceBook.shipped(), TODAY);
    }
}
