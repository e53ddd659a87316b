package com.crewyard.deployment.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.postgres.DatabaseUrl;
import com.crewyard.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementsTest {

    @Test
    void endAtSemicolonsOutsideOfEverythingElse() {
        Statements statements = Statements.of("""
            -- a comment; with a semicolon
            select ';', "a;b", $$;$$, $tag$ ; $$ ; $tag$, E'\\';' /* ; /* nested; */ ; */;

            create rule r as on delete to t do (select 1; select 2);
            create function f() returns int begin atomic select case when true then 1 end; select 2; end;
            select a$b$c, $1, 'it''s;', u&"d\\0061;ta", e'a\\''
              'b\\'';
            ;
            select 1\
            """);

        assertThat(statements.all()).extracting(Statement::line).containsExactly(2, 4, 5, 6, 9);
        assertThat(statements.trouble()).isEmpty();
    }

    @Test
    void leavesOutTheLinesThatACopyTakes() {
        Statements statements = Statements.of("copy t from stdin;\n1\t'quoted\n2\t;\n\\.\nselect 1;");

        assertThat(statements.all()).extracting(Statement::line).containsExactly(1, 5);
        assertThat(statements.trouble()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"select 'a;", "select \"a", "select $x$ a $y$", "/* a /* b */", "select E'a\\'", "select 1;\n'"})
    void namesWhatIsNotClosedAndItsLine(String script) {
        assertThat(Statements.of(script).trouble().orElseThrow()).matches("the .* begins in line \\d+ is not closed");
    }

    /** The migrations that this repository has: PostgreSQL answers each of its statements once. */
    @Test
    void areAsManyAsPostgresExecutes() throws IOException, SQLException {
        Path repository = repository();
        for (String folder : List.of(
                "apps/recruiting/src/main/resources/db/migration",
                "apps/deployment/src/main/resources/db/deployment")) {
            DatabaseUrl url = TestDatabase.empty();
            try (Connection connection = DriverManager.getConnection(
                            url.jdbcUrl() + (url.jdbcUrl().contains("?") ? "&" : "?") + "preferQueryMode=simple",
                            url.user().orElseThrow(),
                            url.password().orElseThrow());
                    Stream<Path> files = Files.list(repository.resolve(folder))) {
                execute(connection, "create schema if not exists deploy; set search_path to deploy, public");
                for (Path file : files.sorted().toList()) {
                    String script = Files.readString(file);
                    assertThat(Statements.of(script).trouble()).isEmpty();
                    assertThat(Statements.of(script).all().size())
                            .as(file.toString())
                            .isEqualTo(execute(connection, withoutCalls(script)));
                }
            }
        }
    }

    /** The driver keeps the answer to CALL to itself, and what comes after it. */
    private static String withoutCalls(String script) {
        return script.replaceAll("(?m)^(call [^;]+);", "do \\$call\\$ begin $1; end \\$call\\$;");
    }

    /** @return how many statements were answered */
    private static int execute(Connection connection, String script) throws SQLException {
        try (var statement = connection.createStatement()) {
            int answers = 0;
            boolean rows = statement.execute(script);
            while (rows || statement.getUpdateCount() >= 0) {
                answers++;
                rows = statement.getMoreResults();
            }
            return answers;
        }
    }

    private static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("crewyard"))) {
            folder = Objects.requireNonNull(folder.getParent());
        }
        return folder;
    }

    @Property(tries = 2000)
    void anythingIsReadOrNamedAsNotClosed(@ForAll String script) {
        check(script);
    }

    /** What SQL is made of, so that strings, comments and brackets do open and close. */
    @Property(tries = 5000)
    void anythingMadeOfWhatSqlIsMadeOfIsReadToo(
            @ForAll @Size(max = 40) List<@CharRange(from = '\0', to = '\u001f') Character> picks) {
        String[] pieces = {
            "'",
            "\"",
            "$",
            "$$",
            "$a$",
            "--",
            "\n",
            "/*",
            "*/",
            "(",
            ")",
            ";",
            "\\",
            "e'",
            "u&'",
            "create ",
            "alter ",
            "table ",
            "begin ",
            "atomic ",
            "end ",
            "case ",
            "drop ",
            "column ",
            "add ",
            "x",
            ".",
            ",",
            " ",
            "index ",
            "on ",
            "copy t from stdin;"
        };
        StringBuilder script = new StringBuilder();
        picks.forEach(pick -> script.append(pieces[pick]));
        check(script.toString());
    }

    private static void check(String script) {
        Classifier classifier = new Classifier();
        Statements statements = Statements.of(script);
        for (Statement statement : statements.all()) {
            assertThat(statement.tokens()).isNotEmpty();
            assertThat(statement.line())
                    .isBetween(
                            1, 1 + (int) script.chars().filter(c -> c == '\n').count());
            classifier.learn(statement);
            assertThat(classifier.classify(statement).what()).isNotNull();
        }
        statements.trouble().ifPresent(trouble -> assertThat(trouble).contains("is not closed"));
    }
}
