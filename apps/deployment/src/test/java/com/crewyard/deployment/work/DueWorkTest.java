package com.crewyard.deployment.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.deployment.testing.EngineDatabase;
import com.crewyard.postgres.DatabaseAccess;
import com.crewyard.postgres.DatabaseUrl;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DueWorkTest {

    private final HikariDataSource pool =
            DatabaseAccess.open(DatabaseUrl.parse(EngineDatabase.fresh())).pool(2);
    private final JdbcClient jdbc = JdbcClient.create(pool);
    private final AtomicInteger woken = new AtomicInteger();
    private final DueWork due = new DueWork(jdbc, "deploy.scheduled_tasks", woken::incrementAndGet);

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void doesNowWhatWouldWait() {
        due.add("rollout", "1:4", Instant.now().plus(Duration.ofHours(1)));
        assertThat(isDue()).isFalse();

        due.hurry("rollout", () -> "1:4");

        assertThat(isDue()).isTrue();
        assertThat(woken).hasValue(2);
    }

    @Test
    void doesAgainWhatIsBeingDoneAndNeverTwoOfTheSame() {
        due.add("rollout", "1:4", Instant.now());
        jdbc.sql("update deploy.scheduled_tasks set picked = true").update();

        due.hurry("rollout", () -> "1:4");
        due.hurry("rollout", () -> "1:4");
        assertThat(woken).hasValue(1);
        jdbc.sql("update deploy.scheduled_tasks set picked = false, execution_time = now() + interval '1 h'")
                .update();

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(this::isDue);
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> woken.get() == 3);
        assertThat(jdbc.sql("select count(*) from deploy.scheduled_tasks")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private boolean isDue() {
        return jdbc.sql("select execution_time <= now() from deploy.scheduled_tasks")
                .query(Boolean.class)
                .single();
    }
}
