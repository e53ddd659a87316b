package com.crewyard.hosting.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.crewyard.hosting.artifacts.Validators.Run;
import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The scripts through shellcheck, and against a PostgreSQL of the system whose tools they call. */
class BackupTest {

    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    private Path directory = Path.of("");
    private Path binaries = Path.of("");
    private boolean running;

    @BeforeEach
    void generate() throws IOException {
        // Not a folder of JUnit's: the server runs as another user and has to get there.
        directory = Files.createTempDirectory("backup");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
        Validators.write(directory, Specs.generate("guestbook", "backup", "vm"));
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path script :
                    files.filter(file -> file.toString().endsWith(".sh")).toList()) {
                Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    @AfterEach
    void forget() throws IOException, InterruptedException {
        if (running) {
            server("pg_ctl", "--pgdata=data", "--mode=immediate", "stop");
            if (Files.exists(directory.resolve("then/postmaster.pid"))) {
                server("pg_ctl", "--pgdata=then", "--mode=immediate", "stop");
            }
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void shellcheckFindsNothing() throws IOException, InterruptedException {
        for (String script : List.of("backup", "restore", "archive-wal", "base-backup", "restore-to")) {
            Validators.acceptedBy("bash", "-n", directory.resolve("main/" + script + ".sh"));
            Validators.acceptedBy("shellcheck", "--severity=style", directory.resolve("main/" + script + ".sh"));
        }
    }

    @Test
    void whatIsDumpedComesBackIntoANewDatabaseOrInPlaceOfTheOldOne() throws IOException, InterruptedException {
        start();
        sql("app", "create table entries (text text); insert into entries values ('first')");

        String said = script("backup.sh");
        Path dump = Path.of(said.lines().toList().getLast().replaceFirst(": .*", ""));
        sql("app", "insert into entries values ('second')");

        assertThat(dump).exists();
        assertThat(Files.readString(directory.resolve("metrics/guestbook-main.prom")))
                .contains("crewyard_backup_last_success_timestamp_seconds{app=\"guestbook\",database=\"main\"} 1");
        assertThat(script("restore.sh", "--try")).contains("can be restored: 1 tables");
        script("restore.sh", dump.toString(), "copy");
        assertThat(sql("copy", "select string_agg(text, ',') from entries")).isEqualTo("first");
        assertThat(sql("app", "select string_agg(text, ',') from entries")).isEqualTo("first,second");
        assertThat(script("restore.sh", "--replace", dump.toString(), "app")).contains("What it was is app_before_");
        assertThat(sql("app", "select string_agg(text, ',') from entries")).isEqualTo("first");
        assertThat(sql("postgres", "select count(*) from pg_database where datname like 'app_before_%'"))
                .isEqualTo("1");
    }

    @Test
    void nothingIsOverwrittenAndNothingDamagedRestored() throws IOException, InterruptedException {
        start();
        sql("app", "create table entries (text text)");
        Path dump = Path.of(script("backup.sh").lines().toList().getLast().replaceFirst(": .*", ""));

        assertThat(run("restore.sh", dump.toString(), "app").output()).contains("database \"app\" is there already");
        assertThat(run("restore.sh", "/nowhere.dump", "copy").output()).contains("there is no backup");
        Files.writeString(dump, "x", java.nio.file.StandardOpenOption.APPEND);
        assertThat(run("restore.sh", dump.toString(), "copy").output()).contains("is not what was written");
    }

    @Test
    void anySecondCanBeGoneBackTo() throws IOException, InterruptedException {
        start();
        sql("app", "create table entries (text text); insert into entries values ('first')");
        script("base-backup.sh");
        sql("app", "insert into entries values ('second')");
        String time = sql("app", "select pg_sleep(1.1); select now(); select pg_sleep(1.1)")
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElseThrow();
        sql("app", "delete from entries");
        // What is not archived yet is when the server stops.
        server("pg_ctl", "--pgdata=data", "--wait", "stop");
        assertThat(script("restore-to.sh", time, directory.resolve("then").toString()))
                .contains("will be brought to");
        own(directory.resolve("then"));
        start("then");

        assertThat(sql("app", "select string_agg(text, ',') from entries")).isEqualTo("first,second");
    }

    @Test
    void withoutADatabaseThereIsNothingToDo() {
        AppSpec spec = AppSpecReader.read(
                        "app.yaml", "app: a\nservices: {web: {image: a:1}}\nenvironments: {vm: {target: ssh}}\n")
                .spec();

        assertThatThrownBy(() -> Specs.generate(spec, "backup", "vm"))
                .isInstanceOf(UnfitException.class)
                .hasMessageContaining("there is none to back up in a");
    }

    private void start() throws IOException, InterruptedException {
        assumeTrue(Files.isDirectory(VERSIONS), "postgresql is not installed: not validated here");
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            Optional<Path> newest = versions.map(version -> version.resolve("bin"))
                    .filter(folder -> Files.isExecutable(folder.resolve("pg_ctl")))
                    .max(Comparator.naturalOrder());
            assumeTrue(newest.isPresent(), "postgresql is not installed: not validated here");
            binaries = newest.orElseThrow();
        }
        Files.createDirectory(directory.resolve("metrics"));
        server("initdb", "--pgdata=data", "--auth=trust", "--username=owner", "--no-sync");
        start("data");
        assertThat(Validators.run(environment(List.of("createdb", "app"))).output())
                .isEmpty();
    }

    private void start(String data) throws IOException, InterruptedException {
        running = true;
        Run started = server(
                "pg_ctl",
                "--pgdata=" + data,
                "--wait",
                "--log=" + data + ".log",
                "--options=-c listen_addresses='' -c unix_socket_directories=" + directory
                        + " -c fsync=off -c archive_mode="
                        + (data.equals("data") ? "on" : "off")
                        + " -c archive_command='WAL_ARCHIVE=" + directory + "/wal " + directory
                        + "/main/archive-wal.sh \"%p\" \"%f\"'",
                "start");
        assertThat(started.code()).as(started.output()).isZero();
    }

    private void own(Path data) throws IOException, InterruptedException {
        if (root()) {
            Validators.run(List.of(
                    "chown",
                    "--recursive",
                    "postgres",
                    data.toString(),
                    directory.resolve("wal").toString()));
        }
    }

    /** PostgreSQL refuses to run as root. */
    private Run server(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("env", "--chdir=" + directory));
        if (root()) {
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        command.add(binaries.resolve(program).toString());
        command.addAll(List.of(arguments));
        return Validators.run(command);
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    private String script(String name, String... arguments) throws IOException, InterruptedException {
        Run run = run(name, arguments);
        assertThat(run.code()).as(run.output()).isZero();
        return run.output().strip();
    }

    private Run run(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(directory.resolve("main/" + name).toString()));
        command.addAll(List.of(arguments));
        return Validators.run(environment(command));
    }

    private String sql(String database, String statement) throws IOException, InterruptedException {
        Run run = Validators.run(environment(List.of(
                "psql",
                "--no-psqlrc",
                "--tuples-only",
                "--no-align",
                "--quiet",
                "--set=ON_ERROR_STOP=1",
                "--dbname=" + database,
                "--command=" + statement)));
        assertThat(run.code()).as(run.output()).isZero();
        return run.output().strip();
    }

    private List<String> environment(List<String> command) {
        List<String> all = new ArrayList<>(List.of(
                "env",
                "PATH=" + binaries + ":/usr/bin:/bin",
                "PGHOST=" + directory,
                "PGUSER=owner",
                "PGDATABASE=app",
                "BACKUP_DIRECTORY=" + directory.resolve("backups"),
                "BACKUP_METRICS_DIRECTORY=" + directory.resolve("metrics"),
                "WAL_ARCHIVE=" + directory.resolve("wal")));
        all.addAll(command);
        return all;
    }
}
