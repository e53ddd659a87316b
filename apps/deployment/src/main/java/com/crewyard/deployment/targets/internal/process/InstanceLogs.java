package com.crewyard.deployment.targets.internal.process;

import com.crewyard.deployment.routing.SlotRef;
import com.crewyard.deployment.targets.LogLine;
import com.crewyard.deployment.targets.LogPage;
import com.crewyard.deployment.targets.TargetException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What instances wrote, in a file for each: {@code SLOT.SERVICE.ORDINAL.log}; runs of cron jobs: {@code cron.JOB.TIME.log}. */
final class InstanceLogs {

    private static final long MOST_BYTES = 256 * 1024;
    private static final String SUFFIX = ".log";

    private final KeeperFolder folder;

    InstanceLogs(KeeperFolder folder) {
        this.folder = folder;
    }

    List<LogLine> last(Optional<String> service, Optional<SlotRef> slot, int lines) {
        List<LogLine> all = new ArrayList<>();
        for (Path file : files(service, slot)) {
            long size = size(file);
            List<LogLine> read =
                    read(file, Math.max(0, size - MOST_BYTES), size).lines();
            all.addAll(read.subList(Math.max(0, read.size() - lines), read.size()));
        }
        return all.subList(Math.max(0, all.size() - lines), all.size());
    }

    LogPage since(Optional<String> service, Map<String, Long> cursor) {
        List<LogLine> lines = new ArrayList<>();
        Map<String, Long> next = new HashMap<>(cursor);
        for (Path file : files(service, Optional.empty())) {
            String instance = instance(file);
            long from = cursor.getOrDefault(instance, 0L);
            long size = size(file);
            Piece piece = read(file, from > size ? 0 : from, Math.min(size, from + MOST_BYTES));
            lines.addAll(piece.lines());
            next.put(instance, piece.end());
        }
        return new LogPage(lines, next);
    }

    private record Piece(List<LogLine> lines, long end) {}

    /** Whole lines only; the rest is for the next time. */
    private static Piece read(Path file, long from, long to) {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.max(0, to - from)];
            access.seek(from);
            access.readFully(bytes);
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] != '\n') {
                end--;
            }
            String instance = instance(file);
            return new Piece(
                    new String(bytes, 0, end, StandardCharsets.UTF_8)
                            .lines()
                            .map(line -> new LogLine(instance, line))
                            .toList(),
                    from + end);
        } catch (IOException e) {
            throw new TargetException("%s cannot be read (%s).".formatted(file, e.getMessage()), e);
        }
    }

    /** The oldest first, for slots come one after the other. */
    private List<Path> files(Optional<String> service, Optional<SlotRef> slot) {
        try (Stream<Path> instances = Files.list(folder.root().resolve("logs"));
                Stream<Path> jobs = Files.list(folder.root().resolve("jobs"))) {
            return Stream.concat(
                            instances,
                            jobs.filter(
                                    file -> String.valueOf(file.getFileName()).startsWith(Jobs.CRON)))
                    .filter(file -> file.toString().endsWith(SUFFIX))
                    .filter(file ->
                            service.isEmpty() || instance(file).split("\\.")[1].equals(service.get()))
                    .filter(file -> slot.isEmpty()
                            || instance(file).split("\\.")[0].equals(slot.get().name()))
                    .sorted(Comparator.comparing(InstanceLogs::modified).thenComparing(Path::toString))
                    .toList();
        } catch (IOException e) {
            throw new TargetException(
                    "The logs in %s cannot be read (%s).".formatted(folder.root(), e.getMessage()), e);
        }
    }

    private static String instance(Path file) {
        return String.valueOf(file.getFileName()).replace(SUFFIX, "");
    }

    private static long size(Path file) {
        return file.toFile().length();
    }

    private static long modified(Path file) {
        return file.toFile().lastModified();
    }
}
