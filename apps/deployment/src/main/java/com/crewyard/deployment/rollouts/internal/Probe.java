package com.crewyard.deployment.rollouts.internal;

import com.crewyard.deployment.routing.Endpoint;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks an instance how it is; an empty answer means well, anything else is a clause that says what is wrong. */
final class Probe {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private static final int FIRST_UNHEALTHY = 400;
    private static final Duration UNTIL_THE_END_IS_TOLD = Duration.ofMillis(500);

    private Probe() {}

    /** @param reached where the endpoint is for us */
    static String http(Endpoint endpoint, Endpoint reached, String path, Duration timeout) throws InterruptedException {
        URI uri = URI.create("http://%s:%d%s".formatted(reached.host(), reached.port(), path));
        try {
            int status = CLIENT.send(
                            HttpRequest.newBuilder(uri).timeout(timeout).build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            return status < FIRST_UNHEALTHY ? "" : "GET %s answers %d".formatted(path, status);
        } catch (IOException e) {
            return "GET %s on port %d gets no answer".formatted(path, endpoint.port());
        }
    }

    /** @param reached where the endpoint is for us */
    static String connection(Endpoint endpoint, Endpoint reached, Duration timeout) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(reached.host(), reached.port()), (int) timeout.toMillis());
            return reached.equals(endpoint) || stays(socket)
                    ? ""
                    : "port %d accepts no connection".formatted(endpoint.port());
        } catch (IOException e) {
            return "port %d accepts no connection".formatted(endpoint.port());
        }
    }

    /** What leads to a port far away takes connections whoever is there, and ends them when nobody is. */
    private static boolean stays(Socket socket) throws IOException {
        socket.setSoTimeout((int) UNTIL_THE_END_IS_TOLD.toMillis());
        try {
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException _) {
            return true;
        }
    }
}
