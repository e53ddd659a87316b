package com.crewyard.deployment.targets.internal.process;

import com.crewyard.deployment.targets.TargetException;
import com.crewyard.deployment.targets.internal.DatabaseServer;
import com.crewyard.postgres.DatabaseException;
import com.crewyard.postgres.DatabaseUrl;
import com.crewyard.postgres.EmbeddedDatabase;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of the environment's own, for databases that nobody gave an address of. It goes on when the keeper dies,
 * and the next keeper takes it over with its clients connected.
 */
final class OwnDatabases {

    private static final String FILE = "databases.json";

    /** So that the file's form has a name. */
    record Wanted(Map<String, String> names) {}

    private final KeeperFolder folder;
    private final Path data;
    private final Map<String, String> addresses = new ConcurrentHashMap<>();
    private @Nullable EmbeddedDatabase server;

    OwnDatabases(KeeperFolder folder, Path data) {
        this.folder = folder;
        this.data = data;
    }

    /** Goes on where a former keeper was. */
    void restore() {
        folder.read(FILE, Wanted.class).ifPresent(wanted -> ensure(wanted.names()));
    }

    /** @param wanted the name of each by the variable that has its address */
    synchronized void ensure(Map<String, String> wanted) {
        if (wanted.isEmpty() || addresses.keySet().containsAll(wanted.keySet())) {
            return;
        }
        try {
            if (server == null) {
                server = EmbeddedDatabase.takeOver(data, _ -> {});
            }
            DatabaseUrl url = server.url();
            wanted.forEach((variable, name) -> {
                new DatabaseServer(url).ensure(name);
                addresses.put(variable, url.withDatabase(name).uri());
            });
            Map<String, String> all = new TreeMap<>(
                    folder.read(FILE, Wanted.class).map(Wanted::names).orElse(Map.of()));
            all.putAll(wanted);
            folder.write(FILE, new Wanted(all));
        } catch (DatabaseException e) {
            throw new TargetException(
                    "The environment's own database cannot be started: %s".formatted(e.getMessage()), e);
        }
    }

    /** By variable. */
    Map<String, String> addresses() {
        return addresses;
    }

    synchronized void stop() {
        if (server != null) {
            server.close();
            server = null;
        }
    }
}
