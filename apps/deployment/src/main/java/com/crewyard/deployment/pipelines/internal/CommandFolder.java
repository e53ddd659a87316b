package com.crewyard.deployment.pipelines.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is known of a command on the machine that runs it. A small shell around it makes a file with its process when it
 * begins and one with the exit code when it ends, so that both are known even if no engine was there. A second shell finds
 * the first file made and does nothing.
 */
record CommandFolder(Path path) {

    static final String WRAPPER = "set -C; echo $$ > \"$1\" || exit 97; set +C; mark=$2; shift 2; \"$@\"; code=$?; "
            + "echo $code > \"$mark.next\" && mv \"$mark.next\" \"$mark\"";

    private static final Pattern OUTPUT = Pattern.compile("([A-Za-z_][A-Za-z0-9_]{0,63})=(.{0,4000})");
    private static final int MOST_OUTPUT_BYTES = 64 << 10;

    Path begun() {
        return path.resolve("begun");
    }

    Path exit() {
        return path.resolve("exit");
    }

    Path log() {
        return path.resolve("log");
    }

    Path output() {
        return path.resolve("output");
    }

    /** The shell's process, which leads its group. */
    Optional<Long> process() {
        return text(begun())
                .map(String::strip)
                .filter(text -> text.matches("\\d+"))
                .map(Long::valueOf);
    }

    Optional<Integer> exitCode() {
        return text(exit())
                .map(String::strip)
                .filter(text -> text.matches("\\d+"))
                .map(Integer::valueOf);
    }

    /** Lines of {@code KEY=value} that the command wrote for later stages. */
    Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        try {
            if (Files.exists(output()) && Files.size(output()) <= MOST_OUTPUT_BYTES) {
                Files.readString(output()).lines().forEach(line -> {
                    Matcher matcher = OUTPUT.matcher(line);
                    if (matcher.matches()) {
                        values.put(matcher.group(1), matcher.group(2));
                    }
                });
            }
        } catch (IOException _) {
            // Not text: there is nothing that a condition could compare.
        }
        return values;
    }

    /** A piece of the log from a position on. */
    byte[] said(long from, int most) throws IOException {
        if (!Files.exists(log())) {
            return new byte[0];
        }
        try (SeekableByteChannel channel = Files.newByteChannel(log())) {
            ByteBuffer piece = ByteBuffer.allocate((int) Math.clamp(channel.size() - from, 0, most));
            channel.position(from);
            while (piece.hasRemaining() && channel.read(piece) > 0) {
                // Until it is full or the log ends.
            }
            byte[] bytes = new byte[piece.flip().remaining()];
            piece.get(bytes);
            return bytes;
        }
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException _) {
            // What is left is found at the engine's next start.
        }
    }

    private static Optional<String> text(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
