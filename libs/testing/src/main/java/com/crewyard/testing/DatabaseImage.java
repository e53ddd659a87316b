package com.crewyard.testing;

import com.crewyard.postgres.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An image under the name of PostgreSQL's official one, of the programs that tests run on: with a user, a database, and a password
 * by the variables of that image, a folder of data where it has it, and {@code pg_isready} where Debian's is installed.
 */
public final class DatabaseImage {

    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql");

    private DatabaseImage() {}

    /**
     * Gives it to an engine that has none by this name.
     *
     * @param version as it stands behind the colon
     */
    public static void load(ContainerHost host, String version) {
        String reference = "docker.io/library/postgres:" + version;
        if (host.socket().has(reference)) {
            return;
        }
        HostImage image = HostImage.withShell()
                .programs("setpriv")
                .folder(EmbeddedDatabase.programs(), "/opt/postgres")
                .variable("PGDATA", "/var/lib/postgresql/data")
                .script("/usr/local/bin/entrypoint", """
                        #!/bin/sh
                        set -e
                        as='setpriv --reuid=999 --regid=999 --clear-groups'
                        mkdir -p "$PGDATA"
                        chown 999:999 "$PGDATA"
                        if ! ls "$PGDATA/PG_VERSION" >/dev/null 2>&1; then
                          echo "$POSTGRES_PASSWORD" > /tmp/password
                          chown 999 /tmp/password
                          $as /opt/postgres/bin/initdb -D "$PGDATA" -U "${POSTGRES_USER:-postgres}" --pwfile=/tmp/password \\
                            --auth=scram-sha-256 --locale=C --encoding=UTF8
                          echo "host all all all scram-sha-256" >> "$PGDATA/pg_hba.conf"
                          if [ -n "$POSTGRES_DB" ] && [ "$POSTGRES_DB" != postgres ]; then
                            echo "CREATE DATABASE $POSTGRES_DB" | $as /opt/postgres/bin/postgres --single -D "$PGDATA" postgres
                          fi
                        fi
                        exec $as /opt/postgres/bin/postgres -D "$PGDATA" -c listen_addresses='*' -c unix_socket_directories=/tmp "$@"
                        """)
                .variable("PGHOST", "127.0.0.1")
                .entrypoint("/usr/local/bin/entrypoint");
        asking().ifPresent(image::program);
        image.load(host, reference);
    }

    private static Optional<Path> asking() {
        if (!Files.isDirectory(PROGRAMS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(PROGRAMS)) {
            return versions.map(version -> version.resolve("bin/pg_isready"))
                    .filter(Files::isExecutable)
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
