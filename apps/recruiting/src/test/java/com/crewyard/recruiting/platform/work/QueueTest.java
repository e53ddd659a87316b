package com.crewyard.recruiting.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.crewyard.kernel.OrganizationId;
import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.ApplicationFixture;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.IllegalTransactionStateException;

@Import(QueueTest.Handlers.class)
class QueueTest extends ApplicationFixture {

    private static final OrganizationId ORGANIZATION = new OrganizationId(7);

    @Autowired
    private Work work;

    @Autowired
    private Recorder recorder;

    @BeforeEach
    void forget() {
        recorder.seen.clear();
        recorder.failuresLeft.set(0);
        recorder.gate = Optional.empty();
    }

    @Test
    void doesWorkInsideTheOrganizationItBelongsToSoonAfterTheCommit() {
        long start = System.nanoTime();
        enqueue("a", 1);
        await().until(() -> recorder.seen.size() == 1);
        assertThat(recorder.seen).containsExactly("1 for 7");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        await().until(this::queueIsEmpty);
    }

    @Test
    void doesNothingWhenTheDecisionIsRolledBack() {
        Tenancy.in(
                ORGANIZATION,
                () -> transactions.executeWithoutResult(transaction -> {
                    work.enqueue(Recorder.RECORD, "b", new Recorder.Note(2));
                    transaction.setRollbackOnly();
                }));
        assertThat(queueIsEmpty()).isTrue();
    }

    @Test
    void refusesToBeEnqueuedOutsideOfATransaction() {
        assertThatThrownBy(
                        () -> Tenancy.in(ORGANIZATION, () -> work.enqueue(Recorder.RECORD, "c", new Recorder.Note(3))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void takesTheSameKeyTwiceForOnePieceOfWork() {
        Tenancy.in(
                ORGANIZATION,
                () -> transactions.executeWithoutResult(_ -> {
                    work.enqueue(Recorder.RECORD, "d", new Recorder.Note(4));
                    work.enqueue(Recorder.RECORD, "d", new Recorder.Note(5));
                }));
        await().until(this::queueIsEmpty);
        assertThat(recorder.seen).containsExactly("5 for 7");
    }

    @Test
    void doesWorkOnceMoreWhenItIsEnqueuedWhileItRuns() {
        CountDownLatch gate = new CountDownLatch(1);
        recorder.gate = Optional.of(gate);
        enqueue("e", 6);
        await().until(() -> recorder.seen.size() == 1);
        enqueue("e", 7);
        enqueue("e", 8);
        gate.countDown();
        await().until(this::queueIsEmpty);
        assertThat(recorder.seen).containsExactly("6 for 7", "8 for 7");
    }

    @Test
    void triesAgainUntilItSucceeds() {
        recorder.failuresLeft.set(2);
        enqueue("f", 9);
        await().atMost(Duration.ofSeconds(15)).until(this::queueIsEmpty);
        assertThat(recorder.seen).containsExactly("9 for 7", "9 for 7", "9 for 7");
    }

    @Test
    void takesOverTheWorkOfAProcessThatDiedWithinTenSeconds() {
        enqueueAsTakenByADeadProcess();
        await().atMost(Duration.ofSeconds(10)).until(() -> recorder.seen.size() == 1);
    }

    @Test
    void waitsLongerAfterEachFailureUpToAQuarterOfAnHour() {
        assertThat(List.of(0, 1, 5, 9, 10, 400))
                .extracting(Backoff::after)
                .containsExactly(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(32),
                        Duration.ofSeconds(512),
                        Duration.ofMinutes(15),
                        Duration.ofMinutes(15));
    }

    private void enqueue(String key, int number) {
        Tenancy.in(
                ORGANIZATION,
                () -> transactions.executeWithoutResult(
                        _ -> work.enqueue(Recorder.RECORD, key, new Recorder.Note(number))));
    }

    private void enqueueAsTakenByADeadProcess() {
        Tenancy.in(
                ORGANIZATION,
                () -> transactions.executeWithoutResult(_ -> {
                    work.enqueue(Recorder.RECORD, "g", new Recorder.Note(10));
                    jdbc.sql("""
                            update platform.scheduled_tasks
                            set picked = true, picked_by = 'dead', last_heartbeat = now()
                            where task_name = ?""").param(Recorder.RECORD.name()).update();
                }));
    }

    private boolean queueIsEmpty() {
        return jdbc.sql("select count(*) from platform.scheduled_tasks where task_name = ?")
                        .param(Recorder.RECORD.name())
                        .query(Long.class)
                        .single()
                == 0;
    }

    static class Recorder implements WorkHandler<Recorder.Note> {

        static final WorkType<Note> RECORD = new WorkType<>("test.record", Note.class);

        final List<String> seen = new CopyOnWriteArrayList<>();
        final AtomicInteger failuresLeft = new AtomicInteger();
        volatile Optional<CountDownLatch> gate = Optional.empty();

        record Note(int number) {}

        @Override
        public WorkType<Note> type() {
            return RECORD;
        }

        @Override
        public void handle(Note note) {
            seen.add(note.number() + " for " + Tenancy.required());
            gate.ifPresent(closed -> {
                try {
                    closed.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            if (failuresLeft.getAndDecrement() > 0) {
                throw new IllegalStateException("not now");
            }
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Handlers {

        @Bean
        Recorder recorder() {
            return new Recorder();
        }
    }
}
