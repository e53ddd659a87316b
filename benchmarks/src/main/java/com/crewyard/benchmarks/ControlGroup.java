package com.crewyard.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A Linux control group with a bound on memory and processor time, as a container engine makes one. Both versions of the
 * interface; needs root.
 */
final class ControlGroup implements AutoCloseable {

    private static final Path ROOT = Path.of("/sys/fs/cgroup");
    private static final int PERIOD_MICROSECONDS = 100_000;

    private final List<Path> folders;

    private ControlGroup(List<Path> folders) {
        this.folders = folders;
    }

    /**
     * @param bytes of memory, swap excluded where the kernel counts it
     * @param cores such as .5
     */
    static ControlGroup create(long bytes, double cores) throws IOException {
        String name = "crewyard-" + ProcessHandle.current().pid();
        long quota = Math.round(cores * PERIOD_MICROSECONDS);
        if (Files.exists(ROOT.resolve("cgroup.controllers"))) {
            Path folder = Files.createDirectory(ROOT.resolve(name));
            Files.writeString(folder.resolve("memory.max"), Long.toString(bytes));
            Files.writeString(folder.resolve("cpu.max"), "%d %d".formatted(quota, PERIOD_MICROSECONDS));
            return new ControlGroup(List.of(folder));
        }
        Path memory = Files.createDirectory(ROOT.resolve("memory").resolve(name));
        Files.writeString(memory.resolve("memory.limit_in_bytes"), Long.toString(bytes));
        Path processor = Files.createDirectory(ROOT.resolve("cpu").resolve(name));
        Files.writeString(processor.resolve("cpu.cfs_period_us"), Integer.toString(PERIOD_MICROSECONDS));
        Files.writeString(processor.resolve("cpu.cfs_quota_us"), Long.toString(quota));
        return new ControlGroup(List.of(memory, processor));
    }

    /** The command line that enters the group and becomes the program. */
    List<String> enter(String program) {
        String entering = folders.stream()
                .map(folder -> "echo $$ >%s/cgroup.procs".formatted(folder))
                .collect(Collectors.joining(" && ", "", " && exec \"$@\""));
        return List.of("bash", "-c", entering, "bash", program);
    }

    /** How often the kernel had to end a process for want of memory, as far as it says. */
    long outOfMemoryKills() throws IOException {
        for (String file : List.of("memory.events", "memory.oom_control")) {
            Path events = folders.getFirst().resolve(file);
            if (Files.exists(events)) {
                return Files.readAllLines(events).stream()
                        .filter(line -> line.startsWith("oom_kill "))
                        .mapToLong(line -> Long.parseLong(line.substring("oom_kill ".length())))
                        .sum();
            }
        }
        return 0;
    }

    @Override
    public void close() throws IOException {
        for (Path folder : folders) {
            Files.delete(folder);
        }
    }
}
