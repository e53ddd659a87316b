package com.crewyard.hosting.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.crewyard.hosting.artifacts.Generator.Artifact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Programs that check generated files: those of the system, and those of {@code src/test/validators}, whose packages npm
 * installs into the user's cache once. Where one cannot be had, a test is skipped and says so.
 */
final class Validators {

    private static final Path SOURCES = Path.of("src/test/validators").toAbsolutePath();
    private static final Path CACHE = Path.of(
            Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).orElse(System.getProperty("user.home") + "/.cache"),
            "crewyard",
            "validators");

    private static final String CLIENT = "aws-lambda-ric@4.0.2";

    private Validators() {}

    record Run(int code, String output) {}

    /** Writes the artifacts below a folder. */
    static Path write(Path folder, List<Artifact> artifacts) throws IOException {
        for (Artifact artifact : artifacts) {
            Path file = folder.resolve(artifact.path());
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, artifact.content());
        }
        return folder;
    }

    /** Runs a script of {@code src/test/validators}; what it says is a problem a line. */
    static void accepts(String script, Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(program("node"), modules().resolve(script).toString()));
        Stream.of(arguments).map(String::valueOf).forEach(command::add);
        Run run = run(command);
        assertThat(run.output().strip()).as("what %s says", script).isEmpty();
        assertThat(run.code()).isZero();
    }

    /** Runs a program of the system, which must find nothing wrong. */
    static void acceptedBy(String program, Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program(program)));
        Stream.of(arguments).map(String::valueOf).forEach(command::add);
        Run run = run(command);
        assertThat(run.code()).as(run.output()).isZero();
    }

    /** Where a program is; the test ends as skipped when it is nowhere. */
    static String program(String name) {
        Optional<Path> found = Stream.concat(
                        Stream.of(Optional.ofNullable(System.getenv("PATH"))
                                .orElse("")
                                .split(":", -1)),
                        Stream.of("/usr/sbin", "/usr/local/sbin", "/usr/local/bin"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), name + " is not installed: not validated here");
        return found.orElseThrow().toString();
    }

    /** The folder with the scripts and their packages. */
    static Path modules() throws IOException, InterruptedException {
        program("node");
        Path folder = CACHE.resolve(digest(Files.readAllBytes(SOURCES.resolve("package.json"))));
        if (!Files.isDirectory(folder)) {
            install(folder);
        }
        try (Stream<Path> scripts = Files.list(SOURCES)) {
            for (Path script : scripts.toList()) {
                byte[] wanted = Files.readAllBytes(script);
                Path copy = folder.resolve(script.getFileName());
                if (!Files.exists(copy) || !MessageDigest.isEqual(wanted, Files.readAllBytes(copy))) {
                    Path temporary = Files.createTempFile(folder, "script", ".tmp");
                    Files.write(temporary, wanted);
                    Files.move(temporary, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        }
        return folder;
    }

    /** The folder with AWS's client, which is compiled when it is installed; where that cannot be, the test is skipped. */
    static Path runtimeInterfaceClient() throws IOException, InterruptedException {
        Path folder = CACHE.resolve(CLIENT.replace('@', '-'));
        if (!Files.isDirectory(folder.resolve("node_modules"))) {
            program("cmake");
            program("g++");
            Files.createDirectories(CACHE);
            Path temporary = Files.createTempDirectory(CACHE, "client");
            Run run = run(List.of(
                    program("npm"),
                    "install",
                    "--prefix",
                    temporary.toString(),
                    "--no-audit",
                    "--no-fund",
                    "--silent",
                    CLIENT));
            assumeTrue(run.code() == 0, CLIENT + " could not be compiled: not validated here");
            Files.move(temporary, folder);
        }
        return folder;
    }

    private static void install(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(CACHE);
        Path temporary = Files.createTempDirectory(CACHE, "install");
        Files.copy(SOURCES.resolve("package.json"), temporary.resolve("package.json"));
        Run run = run(List.of(
                program("npm"), "install", "--prefix", temporary.toString(), "--no-audit", "--no-fund", "--silent"));
        assumeTrue(
                run.code() == 0,
                "npm could not install the validators: not validated here; "
                        + run.output().strip());
        try {
            Files.move(temporary, folder);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(folder)) { // another run was faster
                throw e;
            }
        }
    }

    static Run run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("validator", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException(command + " did not end within 10 minutes");
            }
            return new Run(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } finally {
            Files.delete(output);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
