package com.crewyard.deployment.pipelines.internal;

import com.crewyard.deployment.pipelines.PipelineSpec.Work;
import com.crewyard.deployment.targets.MachineVariables;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Runs a command on the node that took the stage on first, which is the work's handle. Only that node can say how far it is;
 * when the node is dead, another attempt is made elsewhere if the stage has one left, and otherwise the node is waited for.
 */
final class CommandWork {

    private static final Duration UNTIL_IT_SAYS_SO = Duration.ofSeconds(5);
    private static final Duration WHILE_ANOTHER_HAS_IT = Duration.ofSeconds(2);
    private static final Duration WHILE_IT_ENDS = Duration.ofMillis(300);

    private final Stages stages;
    private final Commands commands;
    private final Nodes nodes;
    private final Function<String, Optional<String>> variables;

    CommandWork(Stages stages, Commands commands, Nodes nodes, Function<String, Optional<String>> variables) {
        this.stages = stages;
        this.commands = commands;
        this.nodes = nodes;
        this.variables = variables;
    }

    StageWork of(Work.Command command) {
        return new StageWork() {
            @Override
            public Outcome look(Situation situation) {
                return CommandWork.this.look(situation, command);
            }

            @Override
            public Outcome cancel(Situation situation) throws InterruptedException {
                return CommandWork.this
                        .cancel(situation, command)
                        .orElse(new Outcome.Cancelled("it was cancelled by "
                                + situation.run().cancelledBy().orElse("somebody")));
            }

            @Override
            public Outcome giveUp(Situation situation) throws InterruptedException {
                return situation.row().exitCode().isPresent()
                                || situation.row().handle().filter(nodes::lives).isPresent()
                        ? look(situation)
                        : StageWork.super.giveUp(situation);
            }
        };
    }

    private Outcome look(Situation situation, Work.Command command) {
        StageRow row = situation.row();
        if (row.exitCode().isPresent()) {
            return row.exitCode().get() == 0
                    ? new Outcome.Passed(row.note(), row.output())
                    : new Outcome.Failed(row.note(), true, row.output());
        }
        String node = row.handle().orElse(nodes.own());
        if (!node.equals(nodes.own())) {
            return elsewhere(situation, node);
        }
        if (row.handle().isEmpty() && !stages.handle(row, nodes.own())) {
            return new Outcome.Later(WHILE_ANOTHER_HAS_IT);
        }
        commands.ensure(spec(situation, command));
        return new Outcome.Later(UNTIL_IT_SAYS_SO);
    }

    private Outcome elsewhere(Situation situation, String node) {
        if (nodes.lives(node)) {
            return new Outcome.Later(WHILE_ANOTHER_HAS_IT);
        }
        String note = "The engine that ran it is dead, and nobody else knows how far it came.";
        if (situation.row().attempt() <= situation.stage().retries().count()) {
            return new Outcome.Failed(note);
        }
        stages.note(situation.row(), note + " It is waited for.");
        return new Outcome.Later(WHILE_ANOTHER_HAS_IT);
    }

    /** Empty when nothing of it runs any more. The node that runs it ends it by itself. */
    private Optional<Outcome> cancel(Situation situation, Work.Command command) {
        StageRow row = situation.row();
        if (row.handle().isEmpty()
                || row.exitCode().isPresent()
                || !nodes.lives(row.handle().get())) {
            return Optional.empty();
        }
        if (row.handle().get().equals(nodes.own())) {
            CommandSpec spec = spec(situation, command);
            if (!commands.knows(spec)) {
                return Optional.empty();
            }
            commands.ensure(spec);
        }
        return Optional.of(new Outcome.Later(WHILE_IT_ENDS));
    }

    private CommandSpec spec(Situation situation, Work.Command command) {
        StageRow row = situation.row();
        Path directory = situation
                .definition()
                .folder()
                .resolve(situation.definition().spec().directory())
                .resolve(situation.fill(command.directory()))
                .normalize();
        return new CommandSpec(
                row.run(),
                row.name(),
                row.attempt(),
                command.command(),
                directory,
                surroundings(situation, command),
                command.secrets(),
                row.attemptAt().orElse(Instant.now()).plus(situation.stage().timeout()));
    }

    private Map<String, String> surroundings(Situation situation, Work.Command command) {
        Map<String, String> all = new LinkedHashMap<>(MachineVariables.here());
        all.put("CREWYARD_PIPELINE", situation.definition().spec().name());
        all.put("CREWYARD_RUN", String.valueOf(situation.run().id()));
        all.put("CREWYARD_RUN_NUMBER", String.valueOf(situation.run().number()));
        all.put("CREWYARD_STAGE", situation.stage().name());
        all.put("CREWYARD_ATTEMPT", String.valueOf(situation.row().attempt()));
        situation.run().facts().forEach((name, value) -> all.put("CREWYARD_TRIGGER_" + upper(name), value));
        situation.run().parameters().forEach((name, value) -> all.put("CREWYARD_PARAM_" + upper(name), value));
        all.putAll(situation.fill(command.env()));
        for (String secret : command.secrets()) {
            all.put(
                    secret,
                    variables
                            .apply(secret)
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "The secret %s is not set where the engine runs.".formatted(secret))));
        }
        return all;
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
