package com.crewyard.deployment.targets.internal.container;

import com.crewyard.deployment.targets.TargetException;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Has an engine started on this machine when one is due, for after a command has returned nobody else does. A small shell waits for the
 * moment, and for the end of the process that asked; it ends as soon as a later wish replaces its own.
 */
final class EngineWake {

    private static final String WAIT = """
            mine=$1; at=$2; asker=$3; shift 3
            while [ "$(cat "$mine" 2>/dev/null)" = "$at" ]; do
              if [ "$(date +%s)" -ge "$at" ] && ! kill -0 "$asker" 2>/dev/null; then
                rm -f "$mine"; exec "$@"
              fi
              sleep 1
            done
            """;
    private static final List<String> SETSID = List.of("/usr/bin/setsid", "/bin/setsid");

    /** Not in the environment's folder, which the engine may have to remove. */
    private static final Path ANYWHERE = Path.of("/");

    private final Path folder;
    private final List<String> command;

    /** @param command starts an engine that does what is due and ends; empty when one runs all the time */
    EngineWake(Path folder, List<String> command) {
        this.folder = folder;
        this.command = command;
    }

    void at(Optional<Instant> moment) {
        if (command.isEmpty()) {
            return;
        }
        Path wish = folder.resolve("wake");
        try {
            if (moment.isEmpty()) {
                Files.deleteIfExists(wish);
                return;
            }
            Files.createDirectories(folder);
            String at = String.valueOf(moment.get().getEpochSecond() + 1);
            if (Files.exists(wish) && Files.readString(wish).equals(at)) {
                return;
            }
            Files.writeString(wish, at);
            start(wish, at);
        } catch (IOException e) {
            throw new TargetException("%s cannot be written (%s).".formatted(wish, e.getMessage()), e);
        }
    }

    private void start(Path wish, String at) throws IOException {
        List<String> whole = new ArrayList<>(SETSID.stream()
                .filter(path -> Files.isExecutable(Path.of(path)))
                .limit(1)
                .toList());
        whole.addAll(List.of("/bin/sh", "-c", WAIT, "wake", wish.toString(), at));
        whole.add(String.valueOf(ProcessHandle.current().pid()));
        whole.addAll(command);
        new ProcessBuilder(whole)
                .directory(ANYWHERE.toFile())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(Redirect.appendTo(folder.resolve("engine.log").toFile()))
                .start();
    }
}
