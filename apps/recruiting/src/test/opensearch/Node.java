import java.io.OutputStream;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/** A node of OpenSearch with the class path it needs, which is not ours. Ends when its standard input does. */
class Node {

    private Node() {}

    public static void main(String[] arguments) throws Exception {
        String directory = arguments[0];
        String port = arguments[1];
        OpenSearchRunner runner = new OpenSearchRunner();
        runner.onBuild((_, settings) -> {
                    settings.put("http.port", port);
                    settings.put("network.host", "127.0.0.1");
                    settings.put("discovery.type", "single-node");
                    settings.put("transport.port", "0");
                    settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
                })
                .build(OpenSearchRunner.newConfigs()
                        .basePath(directory)
                        .numOfNode(1)
                        .clusterName("crewyard-test-" + port)
                        .printOnFailure());
        System.in.transferTo(OutputStream.nullOutputStream());
        runner.close();
        System.exit(0);
    }
}
