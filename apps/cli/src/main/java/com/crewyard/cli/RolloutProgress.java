package com.crewyard.cli;

import com.crewyard.deployment.engine.DeployResult;
import com.crewyard.deployment.engine.Operations;
import com.crewyard.deployment.rollouts.Loss;
import com.crewyard.deployment.rollouts.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells how a rollout goes, a line for each transition, and how it came out. */
final class RolloutProgress {

    private static final String SEPARATOR = "  ";

    private final EngineOptions options;
    private final String environment;

    RolloutProgress(EngineOptions options, String environment) {
        this.options = options;
        this.environment = environment;
    }

    /** Waits for the end and gives the exit code. */
    int follow(Operations operations, long rollout) {
        try {
            DeployResult result = operations.await(rollout, this::tell);
            return switch (result) {
                case DeployResult.Live live -> {
                    options.print(text(live), Map.of("outcome", "live", "environment", environment, "result", live));
                    yield DeployExit.LIVE;
                }
                case DeployResult.RolledBack back -> {
                    options.print(
                            text(back), Map.of("outcome", "rolled-back", "environment", environment, "result", back));
                    yield DeployExit.ROLLED_BACK;
                }
            };
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new StartRefusedException("Interrupted; the rollout goes on with the next command or by itself.");
        }
    }

    private void tell(Transition transition) {
        options.say(SEPARATOR + transition.from().activity() + ": " + transition.note());
    }

    private String text(DeployResult.Live live) {
        List<String> lines = new ArrayList<>(List.of(
                "",
                "Release %d is live in %s after %s."
                        .formatted(live.release(), environment, seconds(live.milliseconds()))));
        live.addresses().forEach((service, address) -> lines.add("  %-10s %s/".formatted(service, address)));
        live.loss().ifPresent(loss -> lines.add(text(loss)));
        return String.join("\n", lines) + "\n";
    }

    private static String text(Loss loss) {
        return "During the deployment: %d requests, %d failed, %d retried, %d held%s; WebSockets: %d closed with 1012, %d still on the former release."
                .formatted(
                        loss.requests(),
                        loss.failed(),
                        loss.retried(),
                        loss.held(),
                        loss.held() > 0 ? " (longest %s)".formatted(seconds(loss.longestHoldMillis())) : "",
                        loss.websocketsClosed(),
                        loss.websocketsOpen());
    }

    private String text(DeployResult.RolledBack back) {
        String now = back.still()
                .map(release -> "Release %d serves %s as before.".formatted(release, environment))
                .orElse("Nothing is live in %s.".formatted(environment));
        return "\nRelease %d was rolled back after %s: %s\n%s\n%s"
                .formatted(
                        back.release(),
                        seconds(back.milliseconds()),
                        back.reason(),
                        now,
                        back.loss().map(loss -> text(loss) + "\n").orElse(""));
    }

    private static String seconds(long milliseconds) {
        return String.format(Locale.ROOT, "%.1f s", milliseconds / 1000.0);
    }
}
