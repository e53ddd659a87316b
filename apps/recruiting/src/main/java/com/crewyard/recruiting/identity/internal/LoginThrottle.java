package com.crewyard.recruiting.identity.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: from the tenth failure for one person from one address, each further one doubles the wait, from
 * a second up to a quarter of an hour. Kept in the database, so that several processes count together.
 */
@Component
class LoginThrottle {

    private static final int FREE_FAILURES = 10;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    LoginThrottle(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Duration> waitFor(String email, String address) {
        Instant now = clock.instant();
        return jdbc.sql("select failures, last_failure_at from identity.login_attempt where subject_sha256 = ?")
                .param(subject(email, address))
                .query((row, _) -> {
                    Instant last = Optional.ofNullable(row.getTimestamp(2))
                            .map(Timestamp::toInstant)
                            .orElse(Instant.EPOCH);
                    return Duration.between(now, last.plus(penalty(row.getInt(1))));
                })
                .optional()
                .filter(Duration::isPositive);
    }

    void recordFailure(String email, String address) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("""
                        insert into identity.login_attempt as attempt (subject_sha256, failures, last_failure_at)
                        values (?, 1, ?)
                        on conflict (subject_sha256) do update set
                          failures = case when attempt.last_failure_at < ? then 1 else attempt.failures + 1 end,
                          last_failure_at = excluded.last_failure_at""")
                .params(
                        subject(email, address),
                        now,
                        Timestamp.from(clock.instant().minus(FORGOTTEN_AFTER)))
                .update();
    }

    void clear(String email, String address) {
        jdbc.sql("delete from identity.login_attempt where subject_sha256 = ?")
                .param(subject(email, address))
                .update();
    }

    private static Duration penalty(int failures) {
        if (failures < FREE_FAILURES) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(failures - FREE_FAILURES, 20));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }

    private static String subject(String email, String address) {
        return Digests.sha256Hex(email + "\n" + address);
    }
}
