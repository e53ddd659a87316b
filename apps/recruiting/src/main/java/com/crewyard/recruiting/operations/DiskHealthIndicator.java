package com.crewyard.recruiting.operations;

import com.crewyard.recruiting.platform.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Whether there is room where the data directory lies, or would lie when everything is kept elsewhere. */
@Component
class DiskHealthIndicator extends AbstractHealthIndicator {

    private static final long LEAST_BYTES = 100L << 20;

    private final Path directory;

    DiskHealthIndicator(Settings settings) {
        super("The file system cannot be read");
        this.directory = settings.data().toAbsolutePath().normalize();
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) throws IOException {
        long usable = Files.getFileStore(existing()).getUsableSpace();
        builder.status(usable >= LEAST_BYTES ? Status.UP : Status.OUT_OF_SERVICE)
                .withDetail("usable", usable)
                .withDetail("least", LEAST_BYTES);
    }

    private Path existing() {
        return Stream.iterate(directory, Path::getParent)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }
}
