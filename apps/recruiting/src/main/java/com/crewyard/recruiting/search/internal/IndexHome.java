package com.crewyard.recruiting.search.internal;

import com.crewyard.kernel.OrganizationId;
import com.crewyard.recruiting.platform.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Where this process keeps its indexes: {@code search/copy-1} of the data directory, or the next copy when another process
 * on the same directory has that one. Where nothing can be written, in a temporary directory.
 */
@Component
class IndexHome implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(IndexHome.class);
    private static final int MOST_COPIES = 64;

    private final Path root;
    private @Nullable FileChannel channel;
    private @Nullable Path home;

    IndexHome(Settings settings) {
        this.root = settings.data().resolve("search").toAbsolutePath().normalize();
    }

    /** The directory of an organization's index; it may not exist. */
    synchronized Path of(OrganizationId organization) {
        if (home == null) {
            home = claim();
        }
        return home.resolve("organization-" + organization);
    }

    private Path claim() {
        try {
            for (int copy = 1; copy <= MOST_COPIES; copy++) {
                Path directory = Files.createDirectories(root.resolve("copy-" + copy));
                Optional<FileChannel> mine = lock(directory.resolve("process.lock"));
                if (mine.isPresent()) {
                    channel = mine.get();
                    return directory;
                }
            }
            log.warn("{} copies of the search index in {} are in use; using a temporary one", MOST_COPIES, root);
        } catch (IOException e) {
            log.warn("The search index cannot be kept in {} ({}); using a temporary directory", root, e.toString());
        }
        try {
            return Files.createTempDirectory("crewyard-search-");
        } catch (IOException e) {
            throw new UncheckedIOException("There is nowhere to keep a search index", e);
        }
    }

    private static Optional<FileChannel> lock(Path file) throws IOException {
        FileChannel opened = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = opened.tryLock();
            if (lock != null) {
                return Optional.of(opened);
            }
        } catch (OverlappingFileLockException _) {
            // Another context of this process has it.
        }
        opened.close();
        return Optional.empty();
    }

    @Override
    public synchronized void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
