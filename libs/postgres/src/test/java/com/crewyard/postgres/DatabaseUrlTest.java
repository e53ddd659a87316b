package com.crewyard.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    /** As the providers' consoles print them, with invented names. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Amazon RDS        | postgresql://crewyard:s%40cret@db.abc.eu-central-1.rds.amazonaws.com:5432/crewyard?sslmode=verify-full&sslrootcert=/etc/rds.pem | jdbc:postgresql://db.abc.eu-central-1.rds.amazonaws.com:5432/crewyard | s@cret | false
            Supabase          | postgresql://postgres:secret@db.abcdefgh.supabase.co:5432/postgres                                 | jdbc:postgresql://db.abcdefgh.supabase.co:5432/postgres                    | secret | false
            Supabase pooler   | postgres://postgres.abcdefgh:secret@aws-0-eu-central-1.pooler.supabase.com:6543/postgres?pgbouncer=true | jdbc:postgresql://aws-0-eu-central-1.pooler.supabase.com:6543/postgres | secret | true
            Neon              | postgresql://alex:secret@ep-cool-1234.eu-central-1.aws.neon.tech/neondb?sslmode=require&channel_binding=require | jdbc:postgresql://ep-cool-1234.eu-central-1.aws.neon.tech:5432/neondb | secret | false
            Neon pooler       | postgresql://alex:secret@ep-cool-1234-pooler.eu-central-1.aws.neon.tech/neondb?sslmode=require         | jdbc:postgresql://ep-cool-1234-pooler.eu-central-1.aws.neon.tech:5432/neondb | secret | true
            Render            | postgresql://crewyard:secret@dpg-abc123-a.frankfurt-postgres.render.com/crewyard_x1y2                  | jdbc:postgresql://dpg-abc123-a.frankfurt-postgres.render.com:5432/crewyard_x1y2 | secret | false
            Aiven             | postgres://avnadmin:secret@pg-1a2b3c.aivencloud.com:12691/defaultdb?sslmode=require                    | jdbc:postgresql://pg-1a2b3c.aivencloud.com:12691/defaultdb                 | secret | false
            SQLAlchemy        | postgresql+psycopg2://crewyard:secret@localhost/crewyard                                               | jdbc:postgresql://localhost:5432/crewyard                                  | secret | false
            """)
    void readsWhatProvidersHandOut(
            String provider, String text, String jdbcUrl, String password, boolean transactionPooler) {
        DatabaseUrl url = DatabaseUrl.parse(text);
        assertThat(url.jdbcUrl()).as(provider).startsWith(jdbcUrl + "?").doesNotContain("channel_binding", "pgbouncer");
        assertThat(url.password()).contains(password);
        assertThat(url.throughTransactionPooler()).isEqualTo(transactionPooler);
        assertThat(url.jdbcUrl().contains("prepareThreshold=0")).isEqualTo(transactionPooler);
        assertThat(url.toString()).doesNotContain(password);
    }

    @Test
    void keepsTheTransportSecurityThatWasAskedFor() {
        assertThat(DatabaseUrl.parse("postgres://u:p@h/d?sslmode=verify-full&sslrootcert=/etc/rds.pem")
                        .jdbcUrl())
                .contains("sslmode=verify-full", "sslrootcert=%2Fetc%2Frds.pem");
        assertThat(DatabaseUrl.parse("postgres://u:p@h/d?sslmode=verify-full&sslrootcert=system")
                        .jdbcUrl())
                .contains("sslmode=verify-full", "sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory")
                .doesNotContain("sslrootcert");
    }

    @Test
    void handsStartUpOptionsToAServerAndNotToAPooler() {
        String options = "options=endpoint%3Dep-cool-1234";
        assertThat(DatabaseUrl.parse("postgres://u:p@h/d?" + options).jdbcUrl()).contains(options);
        assertThat(DatabaseUrl.parse("postgres://u:p@h:6432/d?" + options).jdbcUrl())
                .doesNotContain("options");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://u:secret@h/d",
                "postgres://u:sec ret@h/d",
                "postgresql:///d",
                "postgres://u:secret@h/d?sslmode=on",
                "u:secret@h/d"
            })
    void refusesTheRestWithoutRepeatingThePassword(String text) {
        assertThatThrownBy(() -> DatabaseUrl.parse(text))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("database URL")
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("sec ret");
    }

    @Test
    void takesSqliteAndNothingForDevelopment() {
        assertThat(DatabaseUrl.isDevelopment("sqlite:///./app.db")).isTrue();
        assertThat(DatabaseUrl.isDevelopment(" ")).isTrue();
        assertThat(DatabaseUrl.isDevelopment("postgres://localhost/d")).isFalse();
    }
}
