package com.crewyard.recruiting.intake.internal;

import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.identity.Organizations;
import com.crewyard.recruiting.intake.internal.IncomingFiles.StoredUpload;
import com.crewyard.recruiting.platform.work.Housekeeping;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Files of refused forms, known by a token that only the browser has, for a day. */
@Component
class KeptUploads implements Housekeeping {

    private static final Duration KEPT_FOR = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Organizations organizations;
    private final Clock clock;

    KeptUploads(JdbcClient jdbc, TransactionOperations transactions, Organizations organizations, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** @return the token */
    String keep(StoredUpload upload) {
        String token = Tokens.random();
        transactions.executeWithoutResult(_ -> jdbc.sql("""
                        insert into intake.kept_upload (token_sha256, sha256, file_name, created_at)
                        values (?, ?, ?, ?)""")
                .params(Tokens.digest(token), upload.sha256(), upload.fileName(), Timestamp.from(clock.instant()))
                .update());
        return token;
    }

    Optional<StoredUpload> find(String token) {
        return transactions.execute(_ -> jdbc.sql("""
                        select sha256, file_name from intake.kept_upload
                        where token_sha256 = ? and created_at > ?""")
                .params(Tokens.digest(token), Timestamp.from(oldest()))
                .query((row, _) -> new StoredUpload(row.getString("sha256"), row.getString("file_name")))
                .optional());
    }

    /** In the caller's transaction, which has put the files where they belong. */
    void forget(Collection<String> tokens) {
        jdbc.sql("delete from intake.kept_upload where token_sha256 = any(?)")
                .param(tokens.stream().map(Tokens::digest).toArray(String[]::new))
                .update();
    }

    @Override
    public String name() {
        return "intake.expire_uploads";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        organizations
                .all()
                .forEach(organization -> Tenancy.in(
                        organization,
                        () -> transactions.executeWithoutResult(
                                _ -> jdbc.sql("delete from intake.kept_upload where created_at <= ?")
                                        .param(Timestamp.from(oldest()))
                                        .update())));
    }

    private Instant oldest() {
        return clock.instant().minus(KEPT_FOR);
    }
}
