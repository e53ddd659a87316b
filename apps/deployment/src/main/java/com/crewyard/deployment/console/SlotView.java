package com.crewyard.deployment.console;

import com.crewyard.deployment.engine.EnvironmentStatus;
import com.crewyard.deployment.engine.EnvironmentStatus.SlotStatus;
import com.crewyard.web.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A slot with its part of the traffic.
 *
 * @param tone blue or green
 * @param set the share it shall have, in percent
 * @param actual the share it had in the last seconds; empty when nobody asked for anything
 */
public record SlotView(SlotStatus slot, String tone, int set, Optional<Integer> actual) {

    private static final int WHOLE = 100;

    /** @param requests by slot, of the last seconds */
    static List<SlotView> of(EnvironmentStatus status, Map<String, Integer> weights, Map<String, Long> requests) {
        long all = requests.values().stream().mapToLong(Long::longValue).sum();
        return status.slots().stream()
                .map(slot -> new SlotView(
                        slot,
                        slot.slot().startsWith("green") ? "green" : "blue",
                        weights.getOrDefault(slot.slot(), slot.state().equals("live") ? WHOLE : 0),
                        all == 0
                                ? Optional.empty()
                                : Optional.of(
                                        Math.round((float) WHOLE * requests.getOrDefault(slot.slot(), 0L) / all))))
                .toList();
    }

    public String actualText(Page page) {
        return actual.map(share -> share + " %").orElseGet(() -> page.text("slot.silent"));
    }
}
