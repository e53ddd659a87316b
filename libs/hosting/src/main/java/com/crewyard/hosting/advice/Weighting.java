package com.crewyard.hosting.advice;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.Suggestion;
import com.crewyard.hosting.advice.Needs.LockIn;
import com.crewyard.hosting.research.Criterion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * How much a criterion counts, and why. Every criterion begins with the weight its documents give it, else 1; each
 * need that speaks to it multiplies.
 */
public record Weighting(String criterion, double weight, List<String> reasons) {

    private static final Set<String> OPERATING_SKILLS = Set.of(
            "kubernetes", "k8s", "terraform", "linux", "sre", "devops", "ansible", "networking", "aws", "gcp", "azure");
    private static final int FEW_KINDS_OF_WORKLOAD = 3;

    /** In the order of the criteria. */
    static Map<String, Weighting> of(List<Criterion> criteria, Needs needs, String needsFile, List<Finding> findings) {
        Map<String, Weighting> weightings = new LinkedHashMap<>();
        for (Criterion criterion : criteria) {
            weightings.put(criterion.name(), of(criterion, needs));
        }
        needs.weights().forEach((name, weight) -> {
            List<Criterion> meant = criteria.stream()
                    .filter(c -> c.name().equalsIgnoreCase(name)
                            || c.aliases().stream().anyMatch(name::equalsIgnoreCase))
                    .toList();
            if (meant.isEmpty()) {
                findings.add(Finding.error(
                        needsFile,
                        1,
                        "weights: \"%s\" is no criterion of the documents; %s"
                                .formatted(
                                        name,
                                        Suggestion.sentence(
                                                name,
                                                criteria.stream()
                                                        .map(Criterion::name)
                                                        .toList()))));
            }
            meant.forEach(c -> weightings.put(c.name(), new Weighting(c.name(), weight, List.of("set by the needs"))));
        });
        return weightings;
    }

    private static Weighting of(Criterion criterion, Needs needs) {
        Factors factors = new Factors();
        criterion.weight().ifPresent(weight -> factors.multiply(weight, "weight in the documents"));
        switch (criterion.kind()) {
            case SETUP -> setup(needs, factors);
            case SCALING -> scaling(needs, factors);
            case COST_IDLE -> idleCost(needs, factors);
            case COST_STEADY, COST -> steadyCost(needs, factors);
            case OPERATIONS -> operations(needs, factors);
            case FLEXIBILITY -> {
                factors.multiplyIf(needs.workloads().size() >= FEW_KINDS_OF_WORKLOAD, 1.5, "many kinds of workload");
                lockIn(needs, factors);
            }
            case PORTABILITY -> lockIn(needs, factors);
            case ROBUSTNESS -> {
                factors.multiplyIf(needs.regions().size() > 1, 1.5, "several regions");
                factors.multiplyIf(needs.load().webSocketSessions().orElse(0) >= 1000, 1.25, "many open sessions");
                factors.multiplyIf(needs.dataGibibytes().orElse(0) >= 100, 1.25, "much data");
            }
            case PERFORMANCE -> factors.multiplyIf(needs.regions().size() > 1, 1.5, "several regions");
            case COMPLIANCE ->
                factors.multiplyIf(
                        needs.compliance().singleTenant()
                                || !needs.compliance().dataResidency().isEmpty(),
                        2,
                        "compliance");
            case OTHER -> {}
        }
        return new Weighting(criterion.name(), factors.product, List.copyOf(factors.reasons));
    }

    private static void setup(Needs needs, Factors factors) {
        needs.timeToLaunch().ifPresent(time -> {
            long days = time.toDays();
            factors.multiplyIf(days <= 7, 2, "launch within a week");
            factors.multiplyIf(days > 7 && days <= 31, 1.5, "launch within a month");
            factors.multiplyIf(days >= 180, 0.5, "half a year or more to launch");
        });
    }

    private static void scaling(Needs needs, Factors factors) {
        OptionalDouble peak = needs.load().peak();
        if (peak.isPresent()) {
            double ratio =
                    peak.getAsDouble() / Math.max(1, needs.load().steady().orElse(Needs.DEFAULT_STEADY));
            factors.multiplyIf(ratio >= 10, 2, "peaks of ten times the steady load or more");
            factors.multiplyIf(ratio >= 3 && ratio < 10, 1.5, "peaks of three times the steady load or more");
            factors.multiplyIf(ratio < 2, 0.75, "hardly any peaks");
        }
    }

    private static void idleCost(Needs needs, Factors factors) {
        needs.load().idleHours().ifPresent(hours -> {
            factors.multiplyIf(hours >= 12, 2, "idle half the day or more");
            factors.multiplyIf(hours >= 6 && hours < 12, 1.5, "idle a quarter of the day or more");
            factors.multiplyIf(hours < 1, 0.25, "never idle");
        });
        budget(needs, factors);
    }

    private static void steadyCost(Needs needs, Factors factors) {
        factors.multiplyIf(needs.load().idleHours().orElse(24) < 1, 1.5, "never idle");
        budget(needs, factors);
    }

    private static void budget(Needs needs, Factors factors) {
        needs.monthlyBudget().ifPresent(budget -> {
            factors.multiplyIf(budget <= 100, 2, "a budget of at most 100 USD a month");
            factors.multiplyIf(budget > 100 && budget <= 500, 1.5, "a budget of at most 500 USD a month");
            factors.multiplyIf(budget >= 10_000, 0.5, "a budget of 10000 USD a month or more");
        });
    }

    private static void operations(Needs needs, Factors factors) {
        needs.team().people().ifPresent(people -> {
            factors.multiplyIf(people <= 2, 2, "a team of at most two");
            factors.multiplyIf(people > 2 && people <= 5, 1.5, "a team of at most five");
            factors.multiplyIf(people >= 15, 0.75, "a team of fifteen or more");
        });
        factors.multiplyIf(
                needs.team().skills().stream().anyMatch(OPERATING_SKILLS::contains),
                0.75,
                "the team can operate machines");
    }

    private static void lockIn(Needs needs, Factors factors) {
        factors.multiplyIf(needs.lockIn().filter(LockIn.LOW::equals).isPresent(), 2, "little lock-in is tolerated");
        factors.multiplyIf(needs.lockIn().filter(LockIn.HIGH::equals).isPresent(), 0.5, "lock-in is tolerated");
    }

    private static final class Factors {
        private double product = 1;
        private final List<String> reasons = new ArrayList<>();

        void multiply(double factor, String reason) {
            product *= factor;
            reasons.add("×%s %s".formatted(Numbers.plain(factor), reason));
        }

        void multiplyIf(boolean holds, double factor, String reason) {
            if (holds) {
                multiply(factor, reason);
            }
        }
    }
}
