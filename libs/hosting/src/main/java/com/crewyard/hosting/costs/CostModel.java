package com.crewyard.hosting.costs;

import com.crewyard.hosting.costs.Offer.Machine;
import com.crewyard.hosting.costs.Offer.Per;
import com.crewyard.hosting.costs.Offer.Term;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;

/** What an offering costs a month under a load: a step for every instance, a slope for every request. */
public final class CostModel {

    /** 365 days of 24 hours over 12 months, as providers bill. */
    static final double HOURS = 730;

    private static final double SECONDS_PER_HOUR = 3600;

    private CostModel() {}

    /**
     * US dollars a month; empty when no machine of the offering holds an instance.
     *
     * @param load requests a second outside idle hours
     */
    public static OptionalDouble monthly(Offer offer, Usage usage, double load) {
        double instances = instances(offer, usage, load);
        double billedHours = HOURS * (offer.scalesToZero() ? usage.activeShare() : 1);
        double requests = load * usage.activeShare() * HOURS * SECONDS_PER_HOUR;
        double total = 0;
        for (Term term : offer.terms()) {
            double quantity = quantity(term, usage, instances, billedHours, requests, load);
            total += Math.max(0, quantity * term.share() - term.included())
                    * term.price().amount();
        }
        if (offer.machines().isEmpty()) {
            return OptionalDouble.of(total);
        }
        Optional<Double> machines = offer.machines().stream()
                .filter(machine -> perMachine(machine, usage) >= 1)
                .map(machine -> Math.ceil(instances / perMachine(machine, usage)) * monthly(machine))
                .min(Comparator.naturalOrder());
        return machines.isPresent() ? OptionalDouble.of(total + machines.get()) : OptionalDouble.empty();
    }

    private static double instances(Offer offer, Usage usage, double load) {
        double provisioned = offer.automatic() ? load : load * usage.peakRatio();
        double needed = Math.ceil(provisioned / usage.capacity() - 1e-9);
        return offer.scalesToZero() ? needed : Math.max(offer.leastInstances(), needed);
    }

    private static double perMachine(Machine machine, Usage usage) {
        return Math.floor(
                Math.min(machine.cpu() / usage.cpu(), machine.memoryMebibytes() / usage.memoryMebibytes()) + 1e-9);
    }

    /** US dollars for a machine all month. */
    public static double monthly(Machine machine) {
        return machine.price().amount() * (machine.price().unit() == Price.Unit.HOUR ? HOURS : 1);
    }

    private static double quantity(
            Term term, Usage usage, double instances, double billedHours, double requests, double load) {
        double count = term.per() == Per.INSTANCE ? instances : 1;
        double gibibytes = usage.memoryMebibytes() / 1024;
        return switch (term.price().unit()) {
            case MONTH -> count;
            case HOUR -> count * (term.per() == Per.INSTANCE ? billedHours : HOURS);
            case VCPU_HOUR -> count * billedHours * usage.cpu();
            case GIB_HOUR -> count * billedHours * gibibytes;
            case GIB_SECOND -> requests * usage.requestSeconds() * gibibytes;
            case GIB_MONTH -> usage.dataGibibytes();
            case MILLION_REQUESTS -> requests / 1e6;
            case LCU_HOUR -> HOURS * Math.max(1, load * Usage.RESPONSE_KILOBYTES * SECONDS_PER_HOUR / 1e6);
        };
    }
}
