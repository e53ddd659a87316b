package com.crewyard.deployment.routing.internal.local;

import com.crewyard.deployment.routing.Listener;
import com.crewyard.deployment.routing.Route;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Serves one client: request after request, each to the instance it is claimed for. */
final class ClientConnection {

    private static final Duration BETWEEN_REQUESTS = Duration.ofSeconds(75);
    private static final Duration FOR_A_CONNECTION = Duration.ofSeconds(5);
    private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(50);
    private static final Duration FOR_AN_ANSWER = Duration.ofMinutes(5);
    /** Methods that may be sent twice (RFC 9110, section 9.2.1); of the idempotent others we know no body any more. */
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private static final int SERVER_ERROR = 500;
    private static final int SWITCHING = 101;
    private static final int FIRST_FINAL = 200;

    private final HttpConnection client;
    private final Supplier<Listener> listener;
    private final Members members;
    private final Copies copies;

    ClientConnection(HttpConnection client, Supplier<Listener> listener, Members members) {
        this.client = client;
        this.listener = listener;
        this.members = members;
        this.copies = new Copies(members);
    }

    private Forwarding forwarding() {
        return new Forwarding(client.peer(), listener.get().scheme());
    }

    void serve() {
        try {
            boolean goesOn = true;
            while (goesOn) {
                client.patience(BETWEEN_REQUESTS);
                Optional<HttpHead> request = client.readHead();
                goesOn = request.isPresent() && serve(request.get());
            }
        } catch (BadMessageException e) {
            tell(400, "Bad Request", "The request cannot be carried: %s.".formatted(e.getMessage()));
        } catch (IOException _) {
            // The client went away, or has been silent for long.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            client.close();
        }
    }

    /** Whether another request may follow on this connection. */
    private boolean serve(HttpHead request) throws IOException, InterruptedException {
        if (request.startLine().split(" ", -1).length != 3) {
            throw new BadMessageException("its first line is not METHOD TARGET HTTP/1.1");
        }
        Body body = Body.ofRequest(request);
        Optional<Route> route = route(request);
        if (route.isEmpty()) {
            tell(404, "Not Found", "No service of this environment has routes for %s.".formatted(request.path()));
            return false;
        }
        client.patience(FOR_AN_ANSWER);
        if (isRepeatable(request, body) && !request.asksForWebSocket()) {
            copies.send(route.get().service(), request, forwarding());
        }
        Set<Member> tried = new HashSet<>();
        boolean unreached = false;
        long begun = System.nanoTime();
        while (true) {
            Optional<Member> member = members.claim(route.get().service(), tried);
            if (member.isEmpty() && unreached && System.nanoTime() - begun < FOR_A_CONNECTION.toNanos()) {
                // None of them got anything of it, so they may be asked again.
                Thread.sleep(BETWEEN_ROUNDS);
                tried.clear();
                continue;
            }
            if (member.isEmpty()) {
                boolean nobody = tried.isEmpty();
                tell(
                        nobody ? 503 : 502,
                        nobody ? "Service Unavailable" : "Bad Gateway",
                        "No instance of %s answers now; try again."
                                .formatted(route.get().service()));
                tried.stream().limit(1).forEach(last -> last.failed.increment());
                return false;
            }
            Exchange exchange = new Exchange(member.get(), request, body);
            try {
                switch (exchange.run()) {
                    case KEEP -> {
                        return true;
                    }
                    case CLOSE -> {
                        return false;
                    }
                    case UNREACHED -> {
                        member.get().retried.increment();
                        unreached = unreached || tried.isEmpty();
                        tried.add(member.get());
                    }
                    case RETRY -> {
                        member.get().retried.increment();
                        unreached = false;
                        tried.add(member.get());
                    }
                }
            } finally {
                members.release(member.get());
            }
        }
    }

    private Optional<Route> route(HttpHead request) {
        String host = request.host();
        String path = request.path();
        return listener.get().routes().stream()
                .filter(route -> matchesHost(route.host(), host) && matchesPath(route.path(), path))
                .max(Comparator.comparingInt((Route route) -> exactness(route.host()))
                        .thenComparingInt(route -> route.path().length()));
    }

    private static boolean matchesHost(String pattern, String host) {
        return pattern.equals(Route.ANY_HOST)
                || pattern.equalsIgnoreCase(host)
                || pattern.startsWith("*.") && host.endsWith(pattern.substring(1));
    }

    private static int exactness(String pattern) {
        return pattern.equals(Route.ANY_HOST) ? 0 : pattern.startsWith("*.") ? 1 : 2;
    }

    private static boolean matchesPath(String prefix, String path) {
        return path.equals(prefix)
                || path.startsWith(prefix.endsWith("/") ? prefix : prefix + "/")
                || prefix.equals("/");
    }

    private static boolean isRepeatable(HttpHead request, Body body) {
        return body.isEmpty() && SAFE.contains(request.method());
    }

    private void tell(int status, String reason, String sentence) {
        try {
            client.answer(status, reason, sentence, false);
            client.finish();
        } catch (IOException _) {
            // Nobody is there to be told.
        } finally {
            client.close();
        }
    }

    private enum Result {
        KEEP,
        CLOSE,
        /** It could not be connected, so it got nothing of the request. */
        UNREACHED,
        RETRY
    }

    /** One attempt at one instance. */
    private final class Exchange {

        private final Member member;
        private final HttpHead request;
        private final Body body;
        private final boolean repeatable;

        Exchange(Member member, HttpHead request, Body body) {
            this.member = member;
            this.request = request;
            this.body = body;
            this.repeatable = isRepeatable(request, body);
        }

        Result run() throws IOException, InterruptedException {
            Optional<HttpConnection> idle =
                    repeatable && !request.asksForWebSocket() ? member.idleConnection() : Optional.empty();
            HttpConnection instance;
            try {
                instance = idle.isPresent() ? idle.get() : member.connect();
            } catch (IOException _) {
                members.lost(member);
                return Result.UNREACHED;
            }
            long begun = System.nanoTime();
            HttpHead answer;
            Optional<Thread> upload = Optional.empty();
            try {
                instance.patience(FOR_AN_ANSWER);
                instance.write(forwarded());
                instance.out().flush();
                upload = upload(instance);
                answer = finalAnswer(instance);
            } catch (IOException e) {
                instance.close();
                if (idle.isPresent() || repeatable) {
                    return Result.RETRY;
                }
                member.requests.increment();
                member.failed.increment();
                tell(502, "Bad Gateway", "The instance %s broke off.".formatted(member.endpoint.instance()));
                return Result.CLOSE;
            }
            member.requests.increment();
            member.answered(System.nanoTime() - begun);
            if (answer.status() >= SERVER_ERROR) {
                member.serverErrors.increment();
            }
            return answer.status() == SWITCHING ? tunnel(instance, answer) : carry(instance, answer, upload);
        }

        private HttpHead forwarded() {
            return request.asksForWebSocket()
                    ? forwarding().upgrade(request)
                    : forwarding().plain(request, repeatable);
        }

        /** Bodies go up beside the reading of the answer, for it may come before the body's end. */
        private Optional<Thread> upload(HttpConnection instance) {
            if (body.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(Thread.ofVirtual().name("upload").start(() -> {
                try {
                    body.copy(client.in(), instance.out());
                } catch (BadMessageException | java.io.EOFException _) {
                    instance.close();
                } catch (IOException _) {
                    // The instance may have answered without reading on; what it says still counts.
                }
            }));
        }

        private HttpHead finalAnswer(HttpConnection instance) throws IOException {
            while (true) {
                HttpHead answer =
                        instance.readHead().orElseThrow(() -> new java.io.EOFException("closed before an answer"));
                if (answer.startLine().split(" ", -1).length < 2
                        || !answer.startLine().matches("HTTP/1\\.[01] \\d{3}.*")) {
                    throw new BadMessageException("the answer has no status");
                }
                if (answer.status() == SWITCHING || answer.status() >= FIRST_FINAL) {
                    return answer;
                }
                client.write(answer);
                client.out().flush();
            }
        }

        private Result carry(HttpConnection instance, HttpHead answer, Optional<Thread> upload)
                throws IOException, InterruptedException {
            Body content = Body.ofAnswer(answer, request.method());
            boolean clientStays = request.keepsAlive() && !(content instanceof Body.UntilClose);
            if (upload.isPresent()) {
                // An answer before the end of the body: what follows on this connection cannot be told apart.
                clientStays = clientStays && upload.get().join(Duration.ofMillis(200));
            }
            try {
                client.write(answer.forwarded(
                        List.of(new HttpHead.Field("Connection", clientStays ? "keep-alive" : "close"))));
            } catch (IOException e) {
                instance.close();
                throw e;
            }
            ClientOutput toClient = new ClientOutput(client.out());
            try {
                content.copy(instance.in(), toClient);
            } catch (IOException e) {
                instance.close();
                if (!toClient.failed()) {
                    member.failed.increment();
                }
                throw e;
            }
            if (answer.keepsAlive() && repeatable && !(content instanceof Body.UntilClose)) {
                member.giveBack(instance);
            } else {
                instance.close();
            }
            return clientStays ? Result.KEEP : Result.CLOSE;
        }

        private Result tunnel(HttpConnection instance, HttpHead answer) throws IOException {
            client.patience(Duration.ZERO);
            instance.patience(Duration.ZERO);
            client.write(answer.forwarded(
                    List.of(new HttpHead.Field("Connection", "Upgrade"), new HttpHead.Field("Upgrade", "websocket"))));
            client.out().flush();
            WebSocketTunnel tunnel = new WebSocketTunnel(client, instance);
            member.websocketsOpened.increment();
            member.tunnels.add(tunnel);
            try {
                tunnel.carry();
            } finally {
                member.tunnels.remove(tunnel);
            }
            return Result.CLOSE;
        }
    }
}
