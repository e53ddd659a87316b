package com.crewyard.deployment.routing.internal.local;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** Sends copies of requests beside the ones that are answered, and reads the answers to their end for the counts alone. */
final class Copies {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SERVER_ERROR = 500;
    private static final int FIRST_FINAL = 200;
    /** More at once would be a load of its own; what comes beyond is not copied. */
    private static final Semaphore AT_ONCE = new Semaphore(200);

    private final Members members;

    Copies(Members members) {
        this.members = members;
    }

    /** Returns at once. */
    void send(String service, HttpHead request, Forwarding forwarding) {
        for (Member member : members.claimCopies(service)) {
            if (AT_ONCE.tryAcquire()) {
                Thread.ofVirtual().name("copy").start(() -> {
                    try {
                        send(member, forwarding.copy(request));
                    } finally {
                        AT_ONCE.release();
                        members.release(member);
                    }
                });
            } else {
                members.release(member);
            }
        }
    }

    private void send(Member member, HttpHead request) {
        member.requests.increment();
        try (HttpConnection instance = member.connect()) {
            long begun = System.nanoTime();
            instance.patience(PATIENCE);
            instance.write(request);
            instance.out().flush();
            HttpHead answer = answer(instance);
            member.answered(System.nanoTime() - begun);
            Body.ofAnswer(answer, request.method()).copy(instance.in(), OutputStream.nullOutputStream());
            if (answer.status() >= SERVER_ERROR) {
                member.serverErrors.increment();
            }
        } catch (IOException _) {
            member.failed.increment();
        }
    }

    private static HttpHead answer(HttpConnection instance) throws IOException {
        while (true) {
            HttpHead answer =
                    instance.readHead().orElseThrow(() -> new java.io.EOFException("closed before an answer"));
            if (answer.status() >= FIRST_FINAL) {
                return answer;
            }
        }
    }
}
