package com.crewyard.deployment.targets.internal.process;

import com.crewyard.deployment.targets.JobOutput;
import com.crewyard.deployment.targets.JobSpec;
import com.crewyard.deployment.targets.JobStatus;
import com.crewyard.deployment.targets.TargetException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Commands that run once. A small shell around each makes a file when it begins and leaves the exit code when it ends, so
 * that both are known even if the keeper was not there. A second shell finds the file made and does nothing.
 */
final class Jobs {

    private static final String WRAPPER = "set -C; : > \"$1\" || exit 97; set +C; mark=$2; shift 2; \"$@\"; code=$?; "
            + "echo $code > \"$mark.next\" && mv \"$mark.next\" \"$mark\"";

    /** What names of jobs begin with that come again and again. */
    static final String CRON = "cron.";

    private static final Duration CRON_KEPT = Duration.ofDays(7);
    private static final int PIECE_BYTES = 64 << 10;

    private final KeeperFolder folder;
    private final Map<String, ProcessHandle> started = new HashMap<>();

    Jobs(KeeperFolder folder) {
        this.folder = folder;
    }

    synchronized JobStatus run(JobSpec job, Map<String, String> variables) {
        Path exit = folder.job(job.id(), ".exit");
        try {
            if (Files.exists(exit)) {
                return ended(job, exit);
            }
            List<ProcessHandle> running = running(job.id());
            Path begun = folder.job(job.id(), ".begun");
            if (running.isEmpty() && Files.exists(exit)) {
                return ended(job, exit);
            }
            if (running.isEmpty() && Files.exists(begun)) {
                return new JobStatus.Failed(
                        JobStatus.Failed.WITHOUT_CODE,
                        "it was interrupted, and nobody knows how far it came; look at what it left, then deploy again");
            }
            if (running.isEmpty()) {
                forgetOld();
                start(job, variables, begun, exit);
            } else if (isOverdue(job, begun)) {
                running.forEach(process -> Launcher.end(process, Duration.ofSeconds(5)));
                Files.writeString(exit, "timeout");
                return ended(job, exit);
            }
            return new JobStatus.Running();
        } catch (IOException e) {
            throw new TargetException("The job %s cannot be run (%s).".formatted(job.id(), e.getMessage()), e);
        }
    }

    private void start(JobSpec job, Map<String, String> variables, Path begun, Path exit) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("/bin/sh", "-c", WRAPPER, "job", begun.toString(), exit.toString()));
        command.addAll(job.command());
        started.put(
                job.id(),
                Launcher.start(command, Path.of(job.image()), variables, folder.job(job.id(), ".log"))
                        .toHandle());
    }

    /** Of jobs that come again and again, those that ended long ago; the others are few. */
    private void forgetOld() throws IOException {
        Path any = folder.job(CRON, "");
        Instant old = Instant.now().minus(CRON_KEPT);
        try (Stream<Path> files = Files.list(any.resolveSibling("."))) {
            for (Path file : files.filter(
                            file -> String.valueOf(file.getFileName()).startsWith(CRON))
                    .toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** Those that we started ourselves are known before the system shows their labels. */
    private List<ProcessHandle> running(String id) {
        ProcessHandle own = started.get(id);
        return own != null && own.isAlive()
                ? List.of(own)
                : ProcessTable.roots(ProcessTable.of(folder), ProcessTable.JOB, id)
                        .toList();
    }

    private JobStatus ended(JobSpec job, Path exit) throws IOException {
        String code = Files.readString(exit).strip();
        if (code.equals("0")) {
            return new JobStatus.Succeeded();
        }
        String last = lastWords(folder.job(job.id(), ".log"));
        boolean overdue = code.equals("timeout");
        String ending = (overdue
                        ? "it was not done after %d s and was ended"
                                .formatted(job.timeout().toSeconds())
                        : "it ended with exit code " + code)
                + (last.isEmpty() ? "" : ", after saying \"" + last + "\"");
        return new JobStatus.Failed(overdue ? JobStatus.Failed.WITHOUT_CODE : Integer.parseInt(code), ending);
    }

    /** From a position on, a piece at a time. */
    static JobOutput output(KeeperFolder folder, String id, long from) {
        Path log = folder.job(id, ".log");
        if (!Files.exists(log)) {
            return new JobOutput(new byte[0], from);
        }
        try (SeekableByteChannel channel = Files.newByteChannel(log)) {
            ByteBuffer piece = ByteBuffer.allocate(PIECE_BYTES);
            channel.position(from).read(piece);
            byte[] bytes = new byte[piece.flip().remaining()];
            piece.get(bytes);
            return new JobOutput(bytes, from + bytes.length);
        } catch (IOException e) {
            throw new TargetException("%s cannot be read (%s).".formatted(log, e.getMessage()), e);
        }
    }

    private static boolean isOverdue(JobSpec job, Path begun) throws IOException {
        return Files.exists(begun)
                && Files.getLastModifiedTime(begun)
                        .toInstant()
                        .plus(job.timeout())
                        .isBefore(Instant.now());
    }

    private static String lastWords(Path log) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        try (Stream<String> lines = Files.lines(log, java.nio.charset.StandardCharsets.ISO_8859_1)) {
            String last = lines.filter(line -> !line.isBlank())
                    .reduce((first, second) -> second)
                    .orElse("")
                    .strip();
            return last.length() > 200 ? last.substring(0, 200) + "…" : last;
        }
    }
}
