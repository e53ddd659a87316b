package com.crewyard.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What processes occupy. Pages that several processes share count for each in part (PSS of {@code smaps_rollup}, Linux), so
 * that the sum over PostgreSQL's processes is what the machine has to have.
 *
 * @param application mebibytes of the JVM
 * @param others mebibytes of everything it started: PostgreSQL and the readers of resumes
 */
record Memory(long application, long others) {

    private static final long KIBIBYTES = 1024;

    /** @param data the application's data directory: its PostgreSQL is a daemon, found by the process file it keeps there */
    static Memory of(long pid, Path data) throws IOException {
        long postmaster = Long.parseLong(
                Files.readAllLines(data.resolve("postgresql/postmaster.pid")).getFirst());
        List<Long> others = Stream.of(pid, postmaster)
                .flatMap(parent -> ProcessHandle.of(parent).stream())
                .flatMap(parent -> Stream.concat(Stream.of(parent), parent.descendants()))
                .map(ProcessHandle::pid)
                .filter(process -> process != pid)
                .distinct()
                .toList();
        long sum = 0;
        for (long other : others) {
            sum += mebibytes(other);
        }
        return new Memory(mebibytes(pid), sum);
    }

    /** What one process occupies. */
    static long mebibytes(long pid) throws IOException {
        return mebibytes(pid, "Pss:");
    }

    /** Pages of files among it, such as an index's, which the kernel takes back when somebody needs the memory. */
    static long mebibytesOfFiles(long pid) throws IOException {
        return mebibytes(pid, "Pss_File:");
    }

    private static long mebibytes(long pid, String kind) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith(kind))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / KIBIBYTES;
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    @Override
    public String toString() {
        return "%d MiB the application, %d MiB PostgreSQL and other processes of it".formatted(application, others);
    }
}
