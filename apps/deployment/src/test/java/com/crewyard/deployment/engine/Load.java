package com.crewyard.deployment.engine;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Some three hundred requests a second, each with exactly one outcome. A third of them are posts, which nobody may repeat. With requests
 * without a pause, {@link com.crewyard.testing.RequestLoad}, what is deployed would wait for the processor most of the time.
 */
final class Load implements AutoCloseable {

    private static final int CLIENTS = 6;
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong answered = new AtomicLong();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Set<String> versions = new ConcurrentSkipListSet<>();
    private final List<Thread> threads;
    private final Place place;

    Load(Place place) {
        this.place = place;
        this.threads = IntStream.range(0, CLIENTS)
                .mapToObj(client -> Thread.ofVirtual().start(() -> run(client)))
                .toList();
    }

    long answered() {
        return answered.get();
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    /** Every version that answered. */
    Set<String> versions() {
        return new TreeSet<>(versions);
    }

    @Override
    public void close() throws InterruptedException {
        over.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void run(int client) {
        for (int i = 0; !over.get(); i++) {
            boolean post = i % 3 == client % 3;
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(place.uri(post ? "/echo" : "/")).timeout(Duration.ofSeconds(20));
            if (post) {
                request.POST(HttpRequest.BodyPublishers.ofString("body " + i));
            }
            try {
                HttpResponse<String> answer = place.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
                boolean right =
                        answer.statusCode() == 200 && (!post || answer.body().equals("body " + i));
                if (right) {
                    answered.incrementAndGet();
                } else {
                    failures.add(answer.statusCode() + " " + answer.body());
                }
                if (!post) {
                    versions.add(answer.body().split(" ", -1)[0]);
                }
                Thread.sleep(PAUSE);
            } catch (IOException e) {
                failures.add((post ? "POST " : "GET ") + e);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
