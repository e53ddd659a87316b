package com.crewyard.cli;

import com.crewyard.postgres.DatabaseUrl;
import com.crewyard.postgres.EmbeddedDatabase;
import com.crewyard.recruiting.platform.Migrations;
import com.crewyard.recruiting.platform.Migrations.Half;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "migrate",
        customSynopsis = "./crewyard migrate expand|contract [--lock-timeout SECONDS]",
        description = {
            "Brings the recruiting platform's schema to this release, in two halves.",
            "",
            "expand runs before the new release starts, and the former one works on with it; contract runs when",
            "nobody goes back to the former one any more. Both do nothing the second time.",
            ""
        },
        footer = {
            "",
            "Environment:",
            "  DATABASE_URL, SQLALCHEMY_DATABASE_URI  the PostgreSQL server; without one, the embedded one in --data"
        })
final class MigrateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "HALF", description = "expand or contract")
    private Half half = Half.EXPAND;

    @Option(
            names = "--lock-timeout",
            paramLabel = "SECONDS",
            defaultValue = "5",
            description = "How long to wait for a lock before giving up, in seconds. Default: 5.")
    private int lockTimeout;

    @Option(names = "--data", paramLabel = "DIR", description = "Where the embedded PostgreSQL is; ./data by default.")
    private Path data = Path.of("data");

    @Override
    public Integer call() {
        if (lockTimeout < 1) {
            throw new StartRefusedException(
                    "--lock-timeout is %d; it is a number of seconds from 1.".formatted(lockTimeout));
        }
        Optional<String> address = Stream.of("DATABASE_URL", "SQLALCHEMY_DATABASE_URI")
                .map(System::getenv)
                .filter(text -> text != null && !text.isBlank())
                .findFirst();
        if (address.filter(text -> !DatabaseUrl.isDevelopment(text)).isPresent()) {
            migrate(DatabaseUrl.parse(address.get()));
        } else {
            try (EmbeddedDatabase embedded = EmbeddedDatabase.start(data, _ -> {})) {
                migrate(embedded.url());
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private void migrate(DatabaseUrl url) {
        int applied = Migrations.run(url, half, Optional.of(Duration.ofSeconds(lockTimeout)));
        System.out.println(applied == 0 ? "Nothing to migrate." : "%d migrations applied.".formatted(applied));
    }
}
