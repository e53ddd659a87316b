package com.crewyard.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** A WebSocket that somebody holds open, who remembers what was said and how it ended. */
public final class HeldWebSocket implements WebSocket.Listener {

    /** Said when a connection ended without a close frame (RFC 6455, section 7.1.5). */
    public static final int CUT = 1006;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AtomicInteger heard = new AtomicInteger();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private volatile CompletableFuture<String> text = new CompletableFuture<>();
    private volatile WebSocket socket;

    @SuppressWarnings("NullAway.Init") // given before open returns
    private HeldWebSocket() {}

    /** @throws CompletionException when it cannot be opened within ten seconds */
    public static HeldWebSocket open(HttpClient client, int port) {
        return open(client, URI.create("ws://127.0.0.1:%d/ws".formatted(port)), Map.of());
    }

    /**
     * @param headers of the request that opens it
     * @throws CompletionException when it cannot be opened within ten seconds
     */
    public static HeldWebSocket open(HttpClient client, URI address, Map<String, String> headers) {
        HeldWebSocket held = new HeldWebSocket();
        WebSocket.Builder builder = client.newWebSocketBuilder();
        headers.forEach(builder::header);
        held.socket = builder.connectTimeout(PATIENCE).buildAsync(address, held).join();
        return held;
    }

    /** How many messages came. */
    public int heard() {
        return heard.get();
    }

    /** Says something and waits for the echo; whether it came. */
    public boolean echoes(String words) {
        text = new CompletableFuture<>();
        try {
            socket.sendText(words, true).get(10, TimeUnit.SECONDS);
            return text.get(10, TimeUnit.SECONDS).equals(words);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } catch (java.util.concurrent.ExecutionException | TimeoutException _) {
            return false;
        }
    }

    /** Completes with the status it was closed with, or with {@link #CUT}. */
    public CompletableFuture<Integer> closed() {
        return closed;
    }

    public void abort() {
        socket.abort();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        heard.incrementAndGet();
        text.complete(data.toString());
        from.request(1);
        return CompletableFuture.completedFuture(data);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed.complete(status);
        return CompletableFuture.completedFuture(status);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete(CUT);
    }
}
