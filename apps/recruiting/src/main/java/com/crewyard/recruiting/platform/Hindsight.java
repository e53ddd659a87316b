package com.crewyard.recruiting.platform;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Work that is done now and written down as having been done earlier: the past of an organization that was made up. The
 * journal's entries made within it bear its moment, and so do those of the work that it enqueues. For demonstration data
 * only; a test holds that.
 */
public final class Hindsight {

    private static final ScopedValue<Instant> MOMENT = ScopedValue.newInstance();

    private Hindsight() {}

    public static <T> T at(Instant moment, Supplier<T> work) {
        return ScopedValue.where(MOMENT, moment).call(work::get);
    }

    public static void at(Instant moment, Runnable work) {
        ScopedValue.where(MOMENT, moment).run(work);
    }

    /** The moment work is written down under; empty for the time it is. */
    public static Optional<Instant> moment() {
        return MOMENT.isBound() ? Optional.of(MOMENT.get()) : Optional.empty();
    }
}
