package com.crewyard.testing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * An image made of this machine's own programs with the shared libraries they need, since no registry is asked in tests. Its archive is
 * kept in the user's cache folder until one of its files changes.
 */
public final class HostImage {

    private static final int EXECUTABLE = 0755;
    private static final int READABLE = 0644;
    private static final int ANYBODYS = 01777;

    /**
     * A file of the image.
     *
     * @param mark changes when the bytes do
     */
    private record Source(Callable<byte[]> bytes, String mark, int mode) {}

    private final Map<String, Source> sources = new TreeMap<>();
    private final Map<String, String> variables = new TreeMap<>();
    private List<String> entrypoint = List.of();
    private List<String> command = List.of();

    private HostImage() {
        variables.put("PATH", "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin");
        text(
                "/etc/passwd",
                "root:x:0:0::/root:/bin/sh\npostgres:x:999:999::/:/bin/sh\nnobody:x:65534:65534::/:/bin/sh\n");
        text("/etc/group", "root:x:0:\npostgres:x:999:\nnogroup:x:65534:\n");
    }

    /** With a shell and a few small tools. */
    public static HostImage withShell() {
        return new HostImage().programs("sh", "cat", "ls", "sleep", "mkdir", "chown", "rm", "env", "echo", "id");
    }

    /** Programs by their names; each lies where it does here, and in /usr/bin. */
    public HostImage programs(String... names) {
        for (String name : names) {
            Path program = found(name);
            put("/usr/bin/" + name, program);
            libraries(program);
        }
        put("/bin/sh", found("sh"));
        return this;
    }

    /** A program that lies elsewhere, in /usr/bin. */
    public HostImage program(Path program) {
        put("/usr/bin/" + program.getFileName(), program);
        libraries(program);
        return this;
    }

    /** All of a folder, and the shared libraries that its programs and libraries need. */
    public HostImage folder(Path from, String to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                put(to + "/" + from.relativize(file), file);
                String name = String.valueOf(file.getFileName());
                if (Files.isExecutable(file) || name.contains(".so")) {
                    libraries(file);
                }
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A runtime with these modules, linked from the one that runs here, as /opt/java. */
    public HostImage java(String modules) {
        Path runtime =
                cache().resolve("java-%s-%s".formatted(Runtime.version(), Integer.toHexString(modules.hashCode())));
        if (!Files.isDirectory(runtime)) {
            Path fresh = runtime.resolveSibling(
                    runtime.getFileName() + "." + ProcessHandle.current().pid());
            run(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "jlink").toString(),
                    "--add-modules",
                    modules,
                    "--strip-java-debug-attributes",
                    "--no-header-files",
                    "--no-man-pages",
                    "--generate-cds-archive",
                    "--output",
                    fresh.toString()));
            try {
                Files.move(fresh, runtime, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                if (!Files.isDirectory(runtime)) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return folder(runtime, "/opt/java");
    }

    public HostImage text(String to, String content) {
        put(to, content.getBytes(StandardCharsets.UTF_8), READABLE);
        return this;
    }

    public HostImage script(String to, String content) {
        put(to, content.getBytes(StandardCharsets.UTF_8), EXECUTABLE);
        return this;
    }

    /** Classes of the class path, with those that they declare, in a folder for a class path within. */
    public HostImage classes(String to, Class<?>... types) {
        for (Class<?> type : types) {
            String file = type.getName().replace('.', '/') + ".class";
            try (InputStream bytes = type.getClassLoader().getResourceAsStream(file)) {
                put(to + "/" + file, Objects.requireNonNull(bytes, file).readAllBytes(), READABLE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            classes(to, type.getDeclaredClasses());
        }
        return this;
    }

    public HostImage variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    public HostImage entrypoint(String... words) {
        entrypoint = List.of(words);
        return this;
    }

    public HostImage command(String... words) {
        command = List.of(words);
        return this;
    }

    /** Gives it to an engine that does not have it. */
    public void load(ContainerHost host, String reference) {
        try {
            Path archive = cache().resolve("image-%s-%s.tar"
                    .formatted(reference.replaceAll("[^a-z0-9]+", "-"), fingerprint(reference)));
            if (!Files.exists(archive)) {
                Path next = archive.resolveSibling(
                        archive.getFileName() + "." + ProcessHandle.current().pid());
                write(next, reference);
                Files.move(next, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                forgetFormer(archive);
            }
            host.socket().load(archive);
        } catch (Exception e) {
            throw new IllegalStateException("The image %s cannot be made.".formatted(reference), e);
        }
    }

    /** Archives of the same image as it was. */
    private static void forgetFormer(Path archive) throws IOException {
        String name = String.valueOf(archive.getFileName());
        String image = name.substring(0, name.lastIndexOf('-') + 1);
        try (Stream<Path> all = Files.list(archive.resolveSibling(""))) {
            for (Path other : all.filter(file -> !file.equals(archive)
                            && String.valueOf(file.getFileName()).startsWith(image))
                    .toList()) {
                Files.deleteIfExists(other);
            }
        }
    }

    private void write(Path archive, String reference) throws Exception {
        Path layer = Files.createTempFile(archive.getParent(), "layer", ".tar");
        try {
            String digest = layer(layer);
            String config = """
                    {"architecture":"%s","os":"linux","config":{"Env":%s,"Entrypoint":%s,"Cmd":%s,"WorkingDir":"/"},\
                    "rootfs":{"type":"layers","diff_ids":["sha256:%s"]},"history":[{"created_by":"tests"}]}\
                    """.formatted(
                            architecture(),
                            json(variables.entrySet().stream()
                                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                                    .toList()),
                            entrypoint.isEmpty() ? "null" : json(entrypoint),
                            command.isEmpty() ? "null" : json(command),
                            digest);
            String name = HexFormat.of().formatHex(sha256().digest(config.getBytes(StandardCharsets.UTF_8)));
            String manifest = "[{\"Config\":\"%s.json\",\"RepoTags\":[\"%s\"],\"Layers\":[\"layer.tar\"]}]"
                    .formatted(name, reference);
            try (TarArchiveOutputStream tar = tar(Files.newOutputStream(archive))) {
                add(tar, name + ".json", config.getBytes(StandardCharsets.UTF_8));
                TarArchiveEntry entry = new TarArchiveEntry("layer.tar");
                entry.setSize(Files.size(layer));
                tar.putArchiveEntry(entry);
                Files.copy(layer, tar);
                tar.closeArchiveEntry();
                add(tar, "manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
            }
        } finally {
            Files.deleteIfExists(layer);
        }
    }

    /** Writes all files, and tells the digest of what was written. */
    private String layer(Path file) throws Exception {
        MessageDigest digest = sha256();
        Set<String> folders = new TreeSet<>(Set.of("tmp", "root", "run", "var", "var/tmp", "proc", "sys", "dev"));
        sources.keySet().forEach(path -> {
            for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
                folders.add(path.substring(1, slash));
            }
        });
        try (TarArchiveOutputStream tar = tar(new DigestOutputStream(Files.newOutputStream(file), digest))) {
            for (String folder : folders) {
                TarArchiveEntry entry = new TarArchiveEntry(folder + "/");
                entry.setMode(folder.endsWith("tmp") ? ANYBODYS : EXECUTABLE);
                tar.putArchiveEntry(entry);
                tar.closeArchiveEntry();
            }
            for (Map.Entry<String, Source> source : sources.entrySet()) {
                byte[] bytes = source.getValue().bytes().call();
                TarArchiveEntry entry = new TarArchiveEntry(source.getKey().substring(1));
                entry.setMode(source.getValue().mode());
                entry.setSize(bytes.length);
                tar.putArchiveEntry(entry);
                tar.write(bytes);
                tar.closeArchiveEntry();
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(TarArchiveOutputStream tar, String name, byte[] bytes) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_NORMAL);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    private static TarArchiveOutputStream tar(OutputStream out) {
        TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new BufferedOutputStream(out, 1 << 16), StandardCharsets.UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        return tar;
    }

    private void put(String to, Path file) {
        try {
            String mark = Files.size(file) + " " + Files.getLastModifiedTime(file);
            sources.put(
                    Path.of(to).normalize().toString(),
                    new Source(() -> Files.readAllBytes(file), mark, Files.isExecutable(file) ? EXECUTABLE : READABLE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(String to, byte[] bytes, int mode) {
        sources.put(to, new Source(() -> bytes, HexFormat.of().formatHex(sha256().digest(bytes)), mode));
    }

    /** What the loader would load, and the loader. */
    private void libraries(Path program) {
        String said = run(List.of("ldd", program.toString()));
        for (String word : said.split("\\s+", -1)) {
            if (word.startsWith("/") && !word.endsWith(":") && Files.isRegularFile(Path.of(word))) {
                put(word, Path.of(word));
            }
        }
    }

    private static Path found(String name) {
        return Stream.of("/usr/sbin", "/usr/bin", "/sbin", "/bin", "/usr/local/bin")
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " is not installed"));
    }

    private String fingerprint(String reference) {
        MessageDigest digest = sha256();
        digest.update((reference + variables + entrypoint + command).getBytes(StandardCharsets.UTF_8));
        sources.forEach((path, source) ->
                digest.update((path + source.mark() + source.mode() + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    }

    private static String json(List<String> words) {
        return words.stream()
                .map(word -> "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String architecture() {
        return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
    }

    private static String run(List<String> command) {
        try {
            Process process = new ProcessBuilder(new ArrayList<>(command))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Where what was made once is kept. */
    static Path cache() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path base = xdg == null || xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
        try {
            return Files.createDirectories(base.resolve("crewyard").resolve("containers"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
