package com.crewyard.deployment.targets.internal.container;

import com.crewyard.deployment.routing.SlotRef;
import com.crewyard.deployment.targets.LogLine;
import com.crewyard.deployment.targets.LogPage;
import com.crewyard.deployment.targets.TargetException;
import com.crewyard.deployment.targets.internal.container.Labels.Kind;
import com.github.dockerjava.api.command.LogContainerCmd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What instances said. The engine has it as long as a container is there; when one is removed, the end of it goes into a file. A cursor
 * is a second and how many lines of that second were read, since some engines tell no more of a line's time than that.
 */
final class ContainerLogs {

    private static final int MOST_KEPT_LINES = 5_000;
    private static final int MOST_KEPT_FILES = 40;
    private static final int COUNT_BITS = 24;
    private static final String SUFFIX = ".log";

    /** @param text begins with its time, as the engine has it */
    private record Line(String instance, String text) {

        long second() {
            return Containers.moment(text.substring(0, Math.max(0, text.indexOf(' '))))
                    .getEpochSecond();
        }

        LogLine told() {
            return new LogLine(instance, text.substring(text.indexOf(' ') + 1));
        }
    }

    private final Containers containers;
    private final Output output;
    private final Path folder;

    ContainerLogs(Containers containers, Path folder) {
        this.containers = containers;
        this.output = new Output(containers.engine());
        this.folder = folder;
    }

    List<LogLine> last(Optional<String> service, Optional<SlotRef> slot, int lines) {
        Map<String, List<Line>> found = found(service, slot, command -> command.withTail(lines));
        List<Line> all = found.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(Line::second))
                .toList();
        return all.stream()
                .skip(Math.max(0, all.size() - lines))
                .map(Line::told)
                .toList();
    }

    LogPage since(Optional<String> service, Map<String, Long> cursor) {
        long earliest = cursor.values().stream()
                .mapToLong(position -> position >> COUNT_BITS)
                .min()
                .orElse(0);
        // A second earlier, since some engines leave out what was said in that very one.
        Map<String, List<Line>> found =
                found(service, Optional.empty(), command -> command.withSince((int) Math.max(0, earliest - 1)));
        List<LogLine> fresh = new ArrayList<>();
        Map<String, Long> next = new HashMap<>(cursor);
        found.forEach((instance, lines) -> {
            long position = cursor.getOrDefault(instance, 0L);
            List<Line> unread = unread(lines, position >> COUNT_BITS, position & (1L << COUNT_BITS) - 1);
            unread.forEach(line -> fresh.add(line.told()));
            if (!unread.isEmpty()) {
                long last = unread.getLast().second();
                long count =
                        lines.stream().filter(line -> line.second() == last).count();
                next.put(instance, last << COUNT_BITS | count);
            }
        });
        return new LogPage(fresh, next);
    }

    /** Lines of the cursor's second come again, and as many as were read are passed over. */
    private static List<Line> unread(List<Line> lines, long second, long count) {
        List<Line> unread = new ArrayList<>();
        long passed = 0;
        for (Line line : lines) {
            boolean again = line.second() < second || line.second() == second && passed < count;
            passed += line.second() == second ? 1 : 0;
            if (!again) {
                unread.add(line);
            }
        }
        return unread;
    }

    /** For the time when its container is gone. */
    void keep(String instance, String container) {
        List<String> lines =
                output.lines(container, command -> command.withTimestamps(true).withTail(MOST_KEPT_LINES));
        if (lines.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(instance + SUFFIX), lines);
            List<Path> files = files();
            for (Path old : files.subList(0, Math.max(0, files.size() - MOST_KEPT_FILES))) {
                Files.deleteIfExists(old);
            }
        } catch (IOException e) {
            throw new TargetException("%s cannot be written (%s).".formatted(folder, e.getMessage()), e);
        }
    }

    /** Files after containers: one that goes in between has its file by then. */
    private Map<String, List<Line>> found(
            Optional<String> service, Optional<SlotRef> slot, UnaryOperator<LogContainerCmd> which) {
        Map<String, List<Line>> said = said(service, slot, which);
        Map<String, List<Line>> found = kept(service, slot);
        said.forEach((instance, lines) -> {
            if (!lines.isEmpty() || !found.containsKey(instance)) {
                found.put(instance, lines);
            }
        });
        return found;
    }

    private Map<String, List<Line>> said(
            Optional<String> service, Optional<SlotRef> slot, UnaryOperator<LogContainerCmd> which) {
        Map<String, List<Line>> said = new LinkedHashMap<>();
        speakers().forEach((instance, container) -> {
            if (isMeant(instance, service, slot)) {
                said.put(
                        instance,
                        output.lines(container, command -> which.apply(command.withTimestamps(true))).stream()
                                .map(text -> new Line(instance, text))
                                .toList());
            }
        });
        return said;
    }

    /** Instances, and jobs that are called as they are. */
    private Map<String, String> speakers() {
        Map<String, String> speakers = new LinkedHashMap<>();
        containers
                .all(Kind.INSTANCE)
                .forEach(container -> speakers.put(InstanceContainers.instance(container), container.getId()));
        containers
                .all(Kind.JOB)
                .forEach(container ->
                        speakers.put(container.getLabels().getOrDefault(Labels.JOB, ""), container.getId()));
        return speakers;
    }

    private Map<String, List<Line>> kept(Optional<String> service, Optional<SlotRef> slot) {
        Map<String, List<Line>> kept = new LinkedHashMap<>();
        try {
            for (Path file : files()) {
                String instance = String.valueOf(file.getFileName()).replace(SUFFIX, "");
                if (isMeant(instance, service, slot)) {
                    kept.put(
                            instance,
                            Files.readAllLines(file).stream()
                                    .map(text -> new Line(instance, text))
                                    .toList());
                }
            }
            return kept;
        } catch (IOException e) {
            throw new TargetException("The logs in %s cannot be read (%s).".formatted(folder, e.getMessage()), e);
        }
    }

    /** The oldest first. */
    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted(Comparator.<Path>comparingLong(file -> file.toFile().lastModified())
                            .thenComparing(Path::toString))
                    .toList();
        }
    }

    /** Instances are called {@code SLOT.SERVICE.ORDINAL}, runs of cron jobs {@code cron.JOB.TIME}. */
    private static boolean isMeant(String instance, Optional<String> service, Optional<SlotRef> slot) {
        String[] parts = instance.split("\\.", -1);
        return parts.length == 3
                && service.map(name -> name.equals(parts[1])).orElse(true)
                && slot.map(ref -> ref.name().equals(parts[0])).orElse(true);
    }
}
