package com.crewyard.cli;

import com.crewyard.deployment.api.ServerException;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.engine.ConsoleRunsException;
import com.crewyard.deployment.routing.RoutingException;
import com.crewyard.deployment.targets.TargetException;
import com.crewyard.postgres.DatabaseException;
import com.crewyard.recruiting.matching.evaluation.UnreadableDataException;
import com.crewyard.recruiting.parsing.evaluation.UnreadableTruthException;
import com.crewyard.recruiting.platform.ProductionRules;
import com.crewyard.recruiting.vocabulary.official.UnreadableTableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine;

/**
 * Why a command ended, for whoever asked: one sentence, and where the details are when nobody foresaw it.
 *
 * @param sentence what happened and what to do
 * @param unforeseen the failure whose details are worth keeping; empty when the sentence says it all
 */
record StartFailure(String sentence, Optional<Throwable> unforeseen) {

    static StartFailure of(Throwable failure) {
        return chain(failure).stream()
                .flatMap(cause -> foreseen(cause).stream())
                .findFirst()
                .map(sentence -> new StartFailure(sentence, Optional.empty()))
                .orElseGet(() -> new StartFailure(unforeseenSentence(failure), Optional.of(failure)));
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            chain.add(cause);
        }
        return chain;
    }

    /** Prints the sentence, keeps the details in a file, and gives the exit code. */
    int report(PrintWriter errors) {
        errors.println((sentence.endsWith(".") ? sentence : sentence + ".")
                + unforeseen
                        .flatMap(StartFailure::keep)
                        .map(file -> " Details are in " + file + ".")
                        .orElse(""));
        errors.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static Optional<String> foreseen(Throwable cause) {
        return switch (cause) {
            case StartRefusedException refused -> Optional.ofNullable(refused.getMessage());
            case UnreadableDataException data -> Optional.ofNullable(data.getMessage());
            case UnreadableTableException table -> Optional.ofNullable(table.getMessage());
            case UnreadableTruthException truth -> Optional.ofNullable(truth.getMessage());
            case DatabaseException database -> Optional.ofNullable(database.getMessage());
            case TargetException target -> Optional.ofNullable(target.getMessage());
            case RoutingException routing -> Optional.ofNullable(routing.getMessage());
            case ServerException server -> Optional.ofNullable(server.getMessage());
            case ConsoleRunsException console -> Optional.ofNullable(console.getMessage());
            case RefusedException refused -> Optional.of(refused.sentence());
            case ProductionRules.UnfitException unfit -> Optional.ofNullable(unfit.getMessage());
            case PortInUseException port ->
                Optional.of("Port %d is in use by another program; stop that one or choose another port with --port."
                        .formatted(port.getPort()));
            case BindException setting ->
                Optional.of("The setting %s cannot be used: %s."
                        .formatted(
                                setting.getName(), String.valueOf(root(setting).getMessage())));
            default -> Optional.empty();
        };
    }

    private static String unforeseenSentence(Throwable failure) {
        Throwable root = root(failure);
        return "Crewyard cannot go on: %s."
                .formatted(Optional.ofNullable(root.getMessage())
                        .map(message -> message.lines().findFirst().orElse(""))
                        .map(message -> message.replaceFirst("\\.$", ""))
                        .filter(message -> !message.isBlank())
                        .orElse(root.getClass().getSimpleName()));
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }

    private static Optional<Path> keep(Throwable failure) {
        try {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            return Optional.of(Files.writeString(Files.createTempFile("crewyard-", ".txt"), trace.toString()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
