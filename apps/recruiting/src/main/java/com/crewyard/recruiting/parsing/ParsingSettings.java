package com.crewyard.recruiting.parsing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of reading files.
 *
 * @param processes children that read at the same time; 0 for one a core
 * @param timeLimit for one file, from handing it over to the answer
 * @param memory of a child's heap in MiB
 * @param filesPerProcess after which a child is replaced, so that no leak grows old
 * @param idle after which an unused child ends
 * @param prestart whether a child is started with the application, so that the first file does not wait for one
 */
@ConfigurationProperties("crewyard.parsing")
public record ParsingSettings(
        @DefaultValue("0") int processes,
        @DefaultValue("20s") Duration timeLimit,
        @DefaultValue("256") int memory,
        @DefaultValue("200") int filesPerProcess,
        @DefaultValue("60s") Duration idle,
        @DefaultValue("false") boolean prestart) {

    public static final ParsingSettings DEFAULTS =
            new ParsingSettings(0, Duration.ofSeconds(20), 256, 200, Duration.ofSeconds(60), false);

    public ParsingSettings {
        if (processes < 0) {
            throw new IllegalArgumentException("Number of parser processes (%d) is negative".formatted(processes));
        }
        if (timeLimit.isZero() || timeLimit.isNegative()) {
            throw new IllegalArgumentException("Time limit of a file (%s) is not positive".formatted(timeLimit));
        }
        if (memory < 64) {
            throw new IllegalArgumentException("Memory of a parser process (%d MiB) is below 64 MiB".formatted(memory));
        }
        if (filesPerProcess < 1) {
            throw new IllegalArgumentException("Files per parser process (%d) is below 1".formatted(filesPerProcess));
        }
    }

    int effectiveProcesses() {
        return processes > 0 ? processes : Runtime.getRuntime().availableProcessors();
    }
}
