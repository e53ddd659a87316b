package com.crewyard.deployment.pipelines.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Follows a command to its end: keeps what it says, ends it when its time is over, and tells how it ended. */
final class RunningCommand implements Runnable {

    static final int WITHOUT_CODE = -1;

    private static final Duration FIRST_LOOK = Duration.ofMillis(20);
    private static final Duration LAST_LOOK = Duration.ofMillis(250);
    private static final int PIECE_BYTES = 64 << 10;
    private static final long MOST_KEPT = 4L << 20;
    private static final int SHORTEST_SECRET = 6;
    private static final int LAST_WORDS = 200;

    private final CommandSpec spec;
    private final CommandFolder folder;
    private final Optional<ProcessHandle> process;
    private final StageLogs logs;
    private final Ending ending;
    private final Clock clock;
    private long position;
    private String lastWords = "";
    private volatile String wish = "";
    private volatile boolean left;

    /** Hears how it ended. */
    interface Ending {

        void ended(CommandSpec spec, int code, String note, Map<String, String> output);
    }

    /** @param process empty when it has ended already */
    RunningCommand(
            CommandSpec spec,
            CommandFolder folder,
            Optional<ProcessHandle> process,
            StageLogs logs,
            Ending ending,
            Clock clock) {
        this.spec = spec;
        this.folder = folder;
        this.process = process;
        this.logs = logs;
        this.ending = ending;
        this.clock = clock;
    }

    /** @param why a sentence */
    void end(String why) {
        wish = why;
    }

    @Override
    public void run() {
        try {
            position = logs.length(spec.run(), spec.stage(), spec.attempt());
            follow();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            ending.ended(spec, WITHOUT_CODE, "What it says cannot be read (%s).".formatted(e.getMessage()), Map.of());
        }
    }

    private void follow() throws InterruptedException, IOException {
        Duration wait = FIRST_LOOK;
        while (process.isPresent()
                && process.get().isAlive()
                && folder.exitCode().isEmpty()) {
            if (clock.instant().isAfter(spec.deadline())) {
                wish = "It was not done in time and was ended.";
            }
            if (!wish.isEmpty()) {
                new ProcessGroup(process.get()).end();
                keep(true);
                ending.ended(spec, WITHOUT_CODE, wish, Map.of());
                return;
            }
            keep(false);
            if (left) {
                return;
            }
            Thread.sleep(wait);
            wait = wait.multipliedBy(3).dividedBy(2).compareTo(LAST_LOOK) < 0
                    ? wait.multipliedBy(3).dividedBy(2)
                    : LAST_LOOK;
        }
        keep(true);
        Optional<Integer> code = folder.exitCode();
        if (code.isEmpty()) {
            ending.ended(
                    spec,
                    WITHOUT_CODE,
                    "It was interrupted, and nobody knows how far it came; look at what it left, then run it again.",
                    Map.of());
        } else {
            ending.ended(spec, code.get(), note(code.get()), folder.values());
        }
    }

    private String note(int code) {
        String said = lastWords.isEmpty() ? "" : ", after saying \"" + lastWords + "\"";
        return code == 0 ? "it ended well" : "It ended with exit code %d%s.".formatted(code, said);
    }

    /** Whole lines, unless it is over or they are too long. */
    private void keep(boolean over) throws IOException {
        while (position < MOST_KEPT) {
            byte[] said = folder.said(position, PIECE_BYTES);
            int end = over || said.length == PIECE_BYTES ? said.length : lastLineEnd(said);
            if (end == 0) {
                return;
            }
            String text = withoutSecrets(new String(said, 0, end, StandardCharsets.UTF_8));
            text.lines()
                    .filter(line -> !line.isBlank())
                    .reduce((_, last) -> last)
                    .ifPresent(last -> lastWords = last.strip().length() > LAST_WORDS
                            ? last.strip().substring(0, LAST_WORDS) + "…"
                            : last.strip());
            boolean last = position + end >= MOST_KEPT;
            logs.add(
                    spec.run(),
                    spec.stage(),
                    spec.attempt(),
                    position,
                    end,
                    last ? text + "\n… more than 4 MiB is not kept.\n" : text);
            position += end;
        }
    }

    private static int lastLineEnd(byte[] said) {
        for (int end = said.length; end > 0; end--) {
            if (said[end - 1] == '\n') {
                return end;
            }
        }
        return 0;
    }

    private String withoutSecrets(String text) {
        String clean = text;
        for (String name : spec.secrets()) {
            String value = spec.variables().getOrDefault(name, "");
            if (value.length() >= SHORTEST_SECRET) {
                clean = clean.replace(value, "•••");
            }
        }
        return clean;
    }

    /** Follows it no longer, but leaves it alone. */
    void leave() {
        left = true;
    }
}
