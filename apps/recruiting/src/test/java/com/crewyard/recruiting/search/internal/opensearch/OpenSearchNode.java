package com.crewyard.recruiting.search.internal.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.crewyard.testing.FreePort;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * OpenSearch in a process of its own, because it brings another release of Lucene. The build puts its class path into
 * {@code libs/opensearch-node/target/lib}; a node starts once in a run of tests and ends with it.
 */
public record OpenSearchNode(Process process, String url) {

    private static final Path HOME = Path.of("..", "..", "libs", "opensearch-node", "target");
    private static final Path LOG = HOME.resolve("node.log");
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(90);

    private static final class Started {
        private static final OpenSearchNode NODE = start();
    }

    /** Starts it unless it runs. */
    public static String address() {
        assumeTrue(
                Files.isDirectory(HOME.resolve("lib")),
                "OpenSearch is not in libs/opensearch-node/target/lib: mvn generate-test-resources -pl libs/opensearch-node");
        return Started.NODE.url();
    }

    private static OpenSearchNode start() {
        try {
            int port = FreePort.next();
            Path data = Files.createTempDirectory("opensearch-");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            HOME.resolve("lib") + File.separator + "*",
                            Path.of("src", "test", "opensearch", "Node.java").toString(),
                            data.toString(),
                            Integer.toString(port))
                    .redirectErrorStream(true)
                    .redirectOutput(LOG.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            OpenSearchNode node = new OpenSearchNode(process, "http://localhost:" + port);
            Awaitility.await().atMost(STARTS_WITHIN).until(node::answers);
            return node;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private boolean answers() throws InterruptedException {
        assertThat(process.isAlive()).as("see " + LOG).isTrue();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/_cluster/health?wait_for_status=yellow"))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }
}
