package com.crewyard.hosting.advice;

import com.crewyard.hosting.costs.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What an application needs of its hosting. A field that is not stated weighs nothing and excludes nothing.
 *
 * @param weights criterion → weight, over what the rest of the needs would give it
 */
public record Needs(
        Load load,
        Instance instance,
        OptionalDouble dataGibibytes,
        List<String> regions,
        OptionalDouble monthlyBudget,
        Team team,
        Compliance compliance,
        Set<Workload> workloads,
        Optional<Duration> timeToLaunch,
        Optional<LockIn> lockIn,
        Map<String, Double> weights) {

    /** What costs are computed for when the needs do not say: the load that the decision matrices price. */
    public static final double DEFAULT_STEADY = 10;

    public static final double DEFAULT_CPU = 0.5;
    public static final double DEFAULT_MEMORY_MEBIBYTES = 512;

    public static final Needs NONE = new Needs(
            new Load(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalInt.empty()),
            new Instance(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty()),
            OptionalDouble.empty(),
            List.of(),
            OptionalDouble.empty(),
            new Team(OptionalInt.empty(), Set.of()),
            new Compliance(List.of(), false),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Map.of());

    /**
     * @param steady requests a second outside idle hours
     * @param idleHours hours a day without a request
     */
    public record Load(
            OptionalDouble steady, OptionalDouble peak, OptionalDouble idleHours, OptionalInt webSocketSessions) {}

    /**
     * One running copy of the application.
     *
     * @param requestsPerSecond what it carries
     */
    public record Instance(OptionalDouble cpu, OptionalDouble memoryMebibytes, OptionalDouble requestsPerSecond) {}

    public record Team(OptionalInt people, Set<String> skills) {}

    public record Compliance(List<String> dataResidency, boolean singleTenant) {}

    public enum Workload {
        API,
        WEB,
        WEBSOCKET,
        WORKER,
        CRON
    }

    /** How much dependence on one vendor is acceptable. */
    public enum LockIn {
        LOW,
        MEDIUM,
        HIGH
    }

    public boolean webSockets() {
        return workloads.contains(Workload.WEBSOCKET)
                || load.webSocketSessions().orElse(0) > 0;
    }

    /** One instance and the load on it as costs are computed, with what was not stated as usual. */
    public Usage usage() {
        double cpu = instance.cpu().orElse(DEFAULT_CPU);
        double steady = load.steady().orElse(DEFAULT_STEADY);
        return new Usage(
                Math.max(1, load.peak().orElse(steady) / Math.max(1e-9, steady)),
                load.idleHours().orElse(0),
                cpu,
                instance.memoryMebibytes().orElse(DEFAULT_MEMORY_MEBIBYTES),
                instance.requestsPerSecond().orElse(Usage.CAPACITY_PER_CPU * cpu),
                Usage.REQUEST_SECONDS,
                dataGibibytes.orElse(Usage.DATA_GIBIBYTES));
    }
}
