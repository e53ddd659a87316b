package com.crewyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.postgres.DatabaseUrl;
import com.crewyard.recruiting.platform.Migrations;
import com.crewyard.recruiting.platform.Migrations.Half;
import com.crewyard.testing.TestDatabase;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MigrateCommandTest {

    @Test
    void expandsOnceAndContractsAfterwards() {
        DatabaseUrl url = TestDatabase.prepared("migrate", _ -> {});
        Optional<Duration> timeout = Optional.of(Duration.ofSeconds(5));

        assertThat(Migrations.run(url, Half.EXPAND, timeout)).isPositive();
        assertThat(Migrations.run(url, Half.EXPAND, timeout)).isZero();
        assertThat(Migrations.run(url, Half.CONTRACT, timeout)).isZero();
        assertThat(Migrations.run(url, Half.CONTRACT, timeout)).isZero();
    }

    @Test
    void refusesAHalfThatIsNoneAndATimeOfNothing() {
        assertThat(Crewyard.commandLine().execute("migrate", "sideways")).isEqualTo(2);
        assertThat(Crewyard.commandLine().execute("migrate", "expand", "--lock-timeout", "0"))
                .isNotZero();
    }
}
