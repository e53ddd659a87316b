package com.crewyard.cli;

import com.crewyard.deployment.engine.EnvironmentStatus;
import com.crewyard.deployment.targets.EnvironmentRef;
import com.crewyard.deployment.targets.Instance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "status",
        customSynopsis = "./crewyard status [ENV] [OPTIONS]",
        description = {"Shows what is live, what runs, and what needs attention.", ""},
        footer = {"", DeployExit.CODES})
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private EngineOptions options = new EngineOptions();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "ENV",
            description = "An environment of the app spec; without it, all that the engine knows.")
    private @Nullable String environment;

    @Override
    public Integer call() {
        if (environment == null) {
            List<EnvironmentStatus> all = options.lookingOn(operations -> operations.statuses());
            StringBuilder text = new StringBuilder();
            all.forEach(status -> text.append(text(status)));
            options.print(all.isEmpty() ? "Nothing was deployed yet.\n" : text.toString(), all);
            return 0;
        }
        EnvironmentRef ref = options.environment(environment);
        Optional<EnvironmentStatus> status = options.lookingOn(operations -> operations.status(ref));
        options.print(
                status.map(StatusCommand::text).orElse("Nothing was deployed to %s yet.\n".formatted(ref)),
                status.<Object>map(found -> found)
                        .orElse(Map.of("application", ref.application(), "environment", ref.environment())));
        return 0;
    }

    private static String text(EnvironmentStatus status) {
        List<String> lines = new ArrayList<>();
        lines.add("%s/%s: %s"
                .formatted(
                        status.application(),
                        status.environment(),
                        status.live().map("release %d is live"::formatted).orElse("nothing is live")));
        status.addresses().forEach((service, address) -> lines.add("  %-10s %s/".formatted(service, address)));
        for (EnvironmentStatus.SlotStatus slot : status.slots()) {
            lines.add("  %s: release %d, %s".formatted(slot.slot(), slot.release(), slot.state()));
            slot.instances().forEach(instance -> lines.add("    " + line(instance)));
        }
        status.rollout()
                .filter(rollout -> rollout.endedAt().isEmpty())
                .ifPresent(rollout -> lines.add("  %s of release %d: %s%s"
                        .formatted(
                                rollout.kind(),
                                rollout.release(),
                                rollout.state(),
                                rollout.paused() ? ", paused" : "")));
        status.windowEndsAt()
                .ifPresent(ends -> lines.add("  The former release can come back at once for %d s more."
                        .formatted(Math.max(
                                0, Duration.between(Instant.now(), ends).toSeconds()))));
        status.attention().forEach(sentence -> lines.add("  ! " + sentence));
        return String.join("\n", lines) + "\n";
    }

    private static String line(Instance instance) {
        return "%s  %s%s%s"
                .formatted(
                        instance.name(),
                        instance.state().name().toLowerCase(Locale.ROOT),
                        instance.handle().isEmpty() ? "" : ", " + instance.being(),
                        instance.restarts() == 0 ? "" : ", %d restarts".formatted(instance.restarts()));
    }
}
