package com.crewyard.benchmarks;

import com.crewyard.testing.CrewyardProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A Crewyard that is measured: a process of its own, filled over its API. */
final class Subject extends Client {

    private final CrewyardProcess process;
    private final Path data;

    private Subject(CrewyardProcess process, Path data) {
        super(process.uri("/"));
        this.process = process;
        this.data = data;
    }

    /** Starts {@code ./crewyard run} with request limits off and no demonstration data, and waits for its first 200. */
    static Subject start(Path data) {
        return start(List.of(script()), data);
    }

    /** @param command ends in the script; what is before it may confine the process */
    static Subject start(List<String> command, Path data) {
        return new Subject(
                CrewyardProcess.run(command, data, Map.of("CREWYARD_REQUESTLIMITS", "false"), "--no-demo")
                        .awaitReady(),
                data);
    }

    static String script() {
        return Path.of(System.getProperty("user.dir")).resolve("crewyard").toString();
    }

    Memory memory() throws IOException {
        return Memory.of(process.pid(), data);
    }

    @Override
    public void close() {
        process.close();
        super.close();
    }
}
