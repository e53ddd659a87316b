package com.crewyard.deployment.routing.internal.accesslog;

import com.crewyard.deployment.routing.InstanceCounters;
import com.crewyard.deployment.routing.Latencies;
import com.crewyard.deployment.routing.SlotRef;
import com.crewyard.deployment.routing.internal.accesslog.Entry.Attempt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What was read of one instance so far. */
record Tally(
        SlotRef slot,
        String service,
        String instance,
        String address,
        boolean takesWebsockets,
        long requests,
        long serverErrors,
        long failed,
        long retried,
        long websockets,
        List<Long> latency) {

    private static final double NANOS = 1e9;

    Tally {
        latency = List.copyOf(latency);
    }

    static Tally of(SlotRef slot, String service, String instance, String address, boolean takesWebsockets) {
        return new Tally(
                slot,
                service,
                instance,
                address,
                takesWebsockets,
                0,
                0,
                0,
                0,
                0,
                Collections.nCopies(Latencies.BOUNDS_MILLISECONDS.size() + 1, 0L));
    }

    /** At another address, or taking WebSockets now, and otherwise as before. */
    Tally now(Tally other) {
        return new Tally(
                slot,
                service,
                instance,
                other.address,
                other.takesWebsockets,
                requests,
                serverErrors,
                failed,
                retried,
                websockets,
                latency);
    }

    Tally tried() {
        return new Tally(
                slot,
                service,
                instance,
                address,
                takesWebsockets,
                requests,
                serverErrors,
                failed,
                retried + 1,
                websockets,
                latency);
    }

    Tally ended(int status, Attempt attempt) {
        boolean failure = !attempt.answered() && status != Entry.CLIENT_GONE;
        List<Long> next = new ArrayList<>(latency);
        if (attempt.answered()) {
            int bucket = Latencies.bucket(
                    Duration.ofNanos((long) (attempt.seconds() * NANOS)).toMillis());
            next.set(bucket, next.get(bucket) + 1);
        }
        return new Tally(
                slot,
                service,
                instance,
                address,
                takesWebsockets,
                requests + 1,
                serverErrors + (attempt.answered() && status >= Entry.SERVER_ERROR ? 1 : 0),
                failed + (failure ? 1 : 0),
                retried,
                websockets + (status == Entry.SWITCHING ? 1 : 0),
                next);
    }

    /** @param open under way now; who takes WebSockets has them counted as such, for the router does not tell them apart */
    InstanceCounters counters(long open) {
        return new InstanceCounters(
                slot,
                service,
                instance,
                requests,
                serverErrors,
                failed,
                retried,
                latency,
                takesWebsockets ? 0 : open,
                takesWebsockets ? open : 0,
                websockets,
                0);
    }
}
