package com.crewyard.deployment.plans;

import com.crewyard.deployment.releases.Composer.Composed;
import com.crewyard.deployment.releases.Configuration;
import com.crewyard.deployment.releases.Configuration.RolloutSettings;
import com.crewyard.deployment.releases.Configuration.ServiceConfiguration;
import com.crewyard.deployment.releases.Release;
import com.crewyard.deployment.targets.Limits;
import com.crewyard.hosting.spec.AppSpec.Analysis;
import com.crewyard.hosting.spec.AppSpec.Rollout.Strategy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Configurations to plan with. */
final class Wanted {

    static final String ONE_HOST = "container";
    static final String THREE_HOSTS = "ssh deploy@vm1; deploy@vm2; deploy@vm3";

    private Wanted() {}

    static Configuration of(String target, Map<String, ServiceConfiguration> services, RolloutSettings rollout) {
        return new Configuration(
                "shop",
                "production",
                target,
                1,
                OptionalInt.of(8080),
                Optional.empty(),
                Optional.empty(),
                services,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                rollout,
                Map.of());
    }

    static Composed asked(Configuration configuration) {
        return new Composed(configuration, List.of(), Map.of());
    }

    static Configuration of(String target, int replicas, double cpu, int memory) {
        return of(
                target,
                Map.of("web", service(replicas, Optional.of(new Limits(cpu, memory)))),
                rollout(Strategy.BLUE_GREEN, 1));
    }

    static RolloutSettings rollout(Strategy strategy, int batch) {
        return new RolloutSettings(
                strategy, Duration.ofMinutes(10), List.of(), Duration.ofMinutes(1), batch, Optional.empty());
    }

    static Configuration canary(Analysis analysis, Duration pause, Integer... steps) {
        return of(
                "process",
                Map.of("web", service(2, Optional.empty())),
                new RolloutSettings(
                        Strategy.CANARY, Duration.ofMinutes(10), List.of(steps), pause, 1, Optional.of(analysis)));
    }

    static ServiceConfiguration service(int replicas, Optional<Limits> limits) {
        return new ServiceConfiguration(
                "image",
                "digest",
                List.of("./web"),
                OptionalInt.of(8080),
                replicas,
                false,
                limits,
                Optional.empty(),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Map.of(),
                List.of(),
                List.of());
    }

    static Release release(int number, Configuration configuration) {
        return new Release(number, 1, number, configuration, "digest", "tester", "a test", Instant.EPOCH);
    }
}
