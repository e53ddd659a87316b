package com.crewyard.deployment.targets.internal.container;

import com.crewyard.deployment.routing.Capabilities;
import com.crewyard.deployment.routing.Counters;
import com.crewyard.deployment.routing.Drain;
import com.crewyard.deployment.routing.Router;
import com.crewyard.deployment.routing.RoutingException;
import com.crewyard.deployment.routing.RoutingTable;
import com.crewyard.deployment.routing.SlotRef;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;

/**
 * A router that several rollouts and several processes ask at once, such as a command that shows the status beside one that deploys:
 * one after the other, for what the router remembers is in files.
 *
 * @param router which one it is now
 * @param lock held meanwhile by one process; beside the router's folder, which may go
 * @param turn held meanwhile by one thread
 */
record SharedRouter(Supplier<Router> router, Path lock, Object turn) implements Router {

    @Override
    public void apply(RoutingTable table) {
        alone(() -> {
            router.get().apply(table);
            return true;
        });
    }

    @Override
    public void drain(SlotRef slot, Drain drain) {
        alone(() -> {
            router.get().drain(slot, drain);
            return true;
        });
    }

    @Override
    public Counters counters() {
        return alone(() -> router.get().counters());
    }

    @Override
    public Capabilities capabilities() {
        return router.get().capabilities();
    }

    @Override
    public void destroy() {
        alone(() -> {
            router.get().destroy();
            return true;
        });
    }

    <T> T alone(Supplier<T> work) {
        synchronized (turn) {
            try {
                Files.createDirectories(lock.resolveSibling(""));
                try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock _ = channel.lock()) {
                    return work.get();
                }
            } catch (IOException e) {
                throw new RoutingException("%s cannot be locked (%s).".formatted(lock, e.getMessage()), e);
            }
        }
    }
}
