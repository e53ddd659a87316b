package com.crewyard.recruiting.files.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.testing.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Adobe's S3Mock in a process of its own, so that its class path is not ours. The build puts the jar there. */
record S3Server(Process process, URI endpoint) implements AutoCloseable {

    private static final Path JAR = Path.of("target", "s3mock", "s3mock.jar");
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);

    static S3Server start(String bucket) throws IOException {
        assertThat(JAR).as("copied by the build in generate-test-resources").exists();
        int port = FreePort.next();
        Path root = Files.createTempDirectory("s3mock-");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dhttp.port=" + port,
                        "-Dserver.port=0",
                        "-Dcom.adobe.testing.s3mock.store.root=" + root,
                        "-Dcom.adobe.testing.s3mock.store.initialBuckets=" + bucket,
                        "-jar",
                        JAR.toString())
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "s3mock", "s3mock.log").toFile())
                .start();
        S3Server server = new S3Server(process, URI.create("http://localhost:" + port));
        Awaitility.await().atMost(STARTS_WITHIN).until(() -> server.has(bucket));
        return server;
    }

    private boolean has(String bucket) throws InterruptedException {
        assertThat(process.isAlive()).as("see target/s3mock/s3mock.log").isTrue();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(endpoint.resolve("/" + bucket)).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
