package com.crewyard.deployment.notifications;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sends a JSON document to a webhook (HTTP/1.1, RFC 9112). It speaks over a socket of its own, because Java's client asks the DNS
 * once more than one can check; it follows no redirect, for the same reason.
 */
final class Post {

    /** The engine's variable with the hosts that webhooks of app specs may have in private networks. */
    static final String TRUSTED = "CREWYARD_NOTIFY_HOSTS";

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");
    private static final int LONGEST_STATUS_LINE = 512;
    private static final int SUCCESS = 200;
    private static final int REDIRECT = 300;
    private static final int TOO_MANY = 429;
    private static final int REFUSED = 400;
    private static final int FAILED = 500;

    private final PublicAddresses allowed;

    Post(Function<String, Optional<String>> variables) {
        this.allowed = new PublicAddresses(variables.apply(TRUSTED).stream()
                .flatMap(text -> Arrays.stream(text.toLowerCase(Locale.ROOT).split("[\\s,]+")))
                .collect(Collectors.toSet()));
    }

    /** To an address that an app spec names. */
    void toStranger(URI address, String document, Map<String, String> headers) throws UndeliveredException {
        send(address, allowed.of(host(address)), document, headers);
    }

    /** To an address that the operator keeps in a variable of the engine. */
    void toOwn(URI address, String document) throws UndeliveredException {
        send(address, new PublicAddresses(Set.of(host(address))).of(host(address)), document, Map.of());
    }

    private static String host(URI address) throws UndeliveredException {
        if (address.getHost() == null || !Set.of("http", "https").contains(String.valueOf(address.getScheme()))) {
            throw UndeliveredException.forGood("The address is none such as https://hooks.example.com/deploy.");
        }
        return address.getHost().toLowerCase(Locale.ROOT);
    }

    private static void send(URI address, InetAddress[] places, String document, Map<String, String> headers)
            throws UndeliveredException {
        try (Socket socket = connect(address, places)) {
            byte[] body = document.getBytes(StandardCharsets.UTF_8);
            socket.getOutputStream().write(head(address, body.length, headers).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            judge(address.getHost(), status(socket.getInputStream()));
        } catch (IOException e) {
            throw UndeliveredException.forNow("%s gives no answer (%s)."
                    .formatted(
                            address.getHost(),
                            e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
        }
    }

    private static Socket connect(URI address, InetAddress[] places) throws IOException {
        boolean secure = address.getScheme().equals("https");
        int port = address.getPort() > 0 ? address.getPort() : secure ? 443 : 80;
        IOException failure = new IOException("no address");
        for (InetAddress place : places) {
            Socket plain = new Socket();
            try {
                plain.connect(new InetSocketAddress(place, port), (int) LONGEST_CONNECT.toMillis());
                plain.setSoTimeout((int) LONGEST_ANSWER.toMillis());
                return secure ? secured(plain, address.getHost(), port) : plain;
            } catch (IOException e) {
                plain.close();
                failure = e;
            }
        }
        throw failure;
    }

    private static Socket secured(Socket plain, String host, int port) throws IOException {
        SSLSocket socket =
                (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static String head(URI address, int length, Map<String, String> more) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Host", address.getPort() > 0 ? address.getHost() + ":" + address.getPort() : address.getHost());
        headers.put("Content-Type", "application/json");
        headers.put("Content-Length", String.valueOf(length));
        headers.put("User-Agent", "Crewyard-Deploy");
        headers.put("Connection", "close");
        headers.putAll(more);
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String target = address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
        return "POST %s HTTP/1.1\r\n%s\r\n"
                .formatted(
                        target,
                        headers.entrySet().stream()
                                .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                                .collect(Collectors.joining()));
    }

    private static int status(InputStream answer) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = answer.read(); read >= 0 && read != '\n'; read = answer.read()) {
            if (line.length() > LONGEST_STATUS_LINE) {
                break;
            }
            line.append((char) read);
        }
        Matcher status = STATUS.matcher(line.toString().strip());
        if (!status.matches()) {
            throw new IOException("it does not speak HTTP");
        }
        return Integer.parseInt(status.group(1));
    }

    private static void judge(String host, int status) throws UndeliveredException {
        if (status >= SUCCESS && status < REDIRECT) {
            return;
        }
        String sentence = "%s answers %d.".formatted(host, status);
        boolean changes = status >= FAILED || status < REFUSED || status == TOO_MANY || status == 408;
        throw changes ? UndeliveredException.forNow(sentence) : UndeliveredException.forGood(sentence);
    }
}
