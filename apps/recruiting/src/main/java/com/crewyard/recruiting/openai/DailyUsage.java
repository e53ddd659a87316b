package com.crewyard.recruiting.openai;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Calls and tokens of each organization by model and day (UTC), for those who pay for them. */
@Repository
class DailyUsage implements UsageMeter {

    private final JdbcClient jdbc;
    private final Clock clock;

    DailyUsage(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void add(String model, long inputTokens, long outputTokens) {
        jdbc.sql("""
                        insert into openai.usage as known (day, model, calls, input_tokens, output_tokens)
                        values (?, ?, 1, ?, ?)
                        on conflict (organization_id, day, model) do update
                        set calls = known.calls + 1,
                            input_tokens = known.input_tokens + excluded.input_tokens,
                            output_tokens = known.output_tokens + excluded.output_tokens""")
                .params(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), model, inputTokens, outputTokens)
                .update();
    }
}
