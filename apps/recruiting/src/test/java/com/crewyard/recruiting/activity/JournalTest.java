package com.crewyard.recruiting.activity;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.kernel.OrganizationId;
import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.Recruiting;
import com.crewyard.recruiting.RecruitingTest;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

@RecruitingTest
class JournalTest {

    private static final int WRITERS = 8;
    private static final int ENTRIES_EACH = 25;

    private final Recruiting recruiting;
    private final Journal journal;
    private final TransactionOperations transactions;

    JournalTest(Recruiting recruiting, Journal journal, TransactionOperations transactions) {
        this.recruiting = recruiting;
        this.journal = journal;
        this.transactions = transactions;
    }

    @Test
    void numbersEntriesWithoutGapsHoweverManyWriteAtOnce() {
        OrganizationId organization = newOrganization();
        long before = Tenancy.in(organization, journal::position);
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < WRITERS; writer++) {
                writers.execute(() ->
                        IntStream.range(0, ENTRIES_EACH).forEach(number -> append(organization, number % 5 == 0)));
            }
        }
        int kept = WRITERS * ENTRIES_EACH * 4 / 5;
        List<Activity> entries = Tenancy.in(organization, () -> journal.after(before, 1000));
        assertThat(entries)
                .extracting(Activity::position)
                .containsExactlyElementsOf(LongStream.rangeClosed(before + 1, before + kept)
                        .boxed()
                        .toList());
    }

    @Test
    void neverShowsAPositionBeforeThoseUnderIt() throws Exception {
        OrganizationId organization = newOrganization();
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < WRITERS; writer++) {
                writers.execute(() -> IntStream.range(0, ENTRIES_EACH).forEach(_ -> append(organization, false)));
            }
            long seen = 0;
            while (seen < WRITERS * ENTRIES_EACH) {
                long from = seen;
                for (Activity entry : Tenancy.in(organization, () -> journal.after(from, 50))) {
                    assertThat(entry.position()).isEqualTo(seen + 1);
                    seen = entry.position();
                }
            }
        }
    }

    private void append(OrganizationId organization, boolean rolledBack) {
        Tenancy.in(
                organization,
                () -> transactions.executeWithoutResult(status -> {
                    journal.append(Actor.SYSTEM, Happening.of("test.happened"));
                    if (rolledBack) {
                        status.setRollbackOnly();
                    }
                }));
    }

    private OrganizationId newOrganization() {
        return new OrganizationId(recruiting
                .newOrganization()
                .get("/api/v1/users/me")
                .json()
                .get("org_id")
                .asLong());
    }
}
