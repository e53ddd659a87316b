package com.crewyard.recruiting.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.ApplicationFixture;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class JournalTransactionTest extends ApplicationFixture {

    @Autowired
    private Journal journal;

    @Test
    void keepsTheOrderInWhichATransactionRecorded() {
        long before = in(journal::position);
        inTransaction(() -> {
            journal.append(Actor.SYSTEM, Happening.of("test.first"));
            journal.append(Actor.SYSTEM, Happening.of("test.second"));
            return true;
        });
        assertThat(in(() -> journal.after(before, 10)))
                .extracting(Activity::type)
                .containsExactly("test.first", "test.second");
    }

    @Test
    void forgetsWhatWasRolledBack() {
        long before = in(journal::position);
        in(() -> transactions.execute(transaction -> {
            journal.append(Actor.SYSTEM, Happening.of("test.undone"));
            transaction.setRollbackOnly();
            return true;
        }));
        assertThat(in(journal::position)).isEqualTo(before);
    }

    @Test
    void holdsUpNobodyElseUntilTheCommit() throws InterruptedException {
        CountDownLatch recorded = new CountDownLatch(1);
        CountDownLatch otherIsDone = new CountDownLatch(1);
        CompletableFuture<Boolean> slow = CompletableFuture.supplyAsync(() -> Tenancy.in(
                organization(),
                () -> transactions.execute(_ -> {
                    journal.append(Actor.SYSTEM, Happening.of("test.slow"));
                    recorded.countDown();
                    return awaitLatch(otherIsDone);
                })));
        assertThat(recorded.await(10, TimeUnit.SECONDS)).isTrue();
        inTransaction(() -> {
            journal.append(Actor.SYSTEM, Happening.of("test.quick"));
            return true;
        });
        otherIsDone.countDown();
        await().until(slow::isDone);
        assertThat(slow.join()).isTrue();
        assertThat(in(() -> journal.after(0, 100)))
                .extracting(Activity::type)
                .containsSubsequence("test.quick", "test.slow");
    }

    private static boolean awaitLatch(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
