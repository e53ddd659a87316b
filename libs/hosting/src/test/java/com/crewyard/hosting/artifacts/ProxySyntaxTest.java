package com.crewyard.hosting.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proxies' own checks, where the proxies are installed; elsewhere these tests are skipped and say so. */
class ProxySyntaxTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void nginxAcceptsItsSite() throws IOException, InterruptedException {
        String site = file(
                "site.conf", GeneratorsTest.generate("nginx", "host").getFirst().content());
        String main = file(
                "nginx.conf",
                "pid %1$s/pid;\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\nclient_body_temp_path %1$s/1;\nproxy_temp_path %1$s/2;\nfastcgi_temp_path %1$s/3;\nuwsgi_temp_path %1$s/4;\nscgi_temp_path %1$s/5;\ninclude %2$s;\n}\n"
                        .formatted(directory, site));

        accepts("nginx", "-t", "-q", "-p", directory.toString(), "-c", main);
    }

    @Test
    void haproxyAcceptsItsConfiguration() throws IOException, InterruptedException {
        accepts(
                "haproxy",
                "-c",
                "-q",
                "-f",
                file(
                        "haproxy.cfg",
                        GeneratorsTest.generate("haproxy", "host").getFirst().content()));
    }

    @Test
    void caddyAcceptsItsFile() throws IOException, InterruptedException {
        for (String environment : List.of("host", "vm")) {
            String file = file(
                    "Caddyfile",
                    GeneratorsTest.generate("caddy", environment).getFirst().content());
            accepts("caddy", "adapt", "--adapter", "caddyfile", "--config", file);
        }
    }

    @Test
    void systemdUnderstandsTheTimers() throws IOException, InterruptedException {
        accepts("systemd-analyze", "calendar", OnCalendar.of("*/15 9-17 1,15 * 1-5"));
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content).toString();
    }

    private static void accepts(String program, String... arguments) throws IOException, InterruptedException {
        Optional<Path> found = Stream.concat(
                        Stream.of(Optional.ofNullable(System.getenv("PATH"))
                                .orElse("")
                                .split(":", -1)),
                        Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), program + " is not installed: not validated here");
        List<String> command = Stream.concat(Stream.of(found.get().toString()), Stream.of(arguments))
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
