package com.crewyard.deployment.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlFilesTest {

    @TempDir
    private Path folder;

    @Test
    void areInTheOrderInWhichTheyAreApplied() throws IOException {
        List.of(
                        "V10__z.sql",
                        "V2__b.sql",
                        "V1.2__a.sql",
                        "V1_10__c.sql",
                        "V1__first.sql",
                        "R__b.sql",
                        "R__a.sql",
                        "seed.sql")
                .forEach(name -> write("db/" + name));
        write("db/U2__b.sql");
        write("db/000001_x.down.sql");
        write("db/README.md");
        write("db/more/V3__deeper.SQL");

        assertThat(names("db"))
                .containsExactly(
                        "V1__first.sql",
                        "V1.2__a.sql",
                        "V1_10__c.sql",
                        "V2__b.sql",
                        "more/V3__deeper.SQL",
                        "V10__z.sql",
                        "seed.sql",
                        "R__a.sql",
                        "R__b.sql");
    }

    @Test
    void comeFromFoldersAndFilesAlike() {
        write("one/V1__x.sql");
        write("two/V1__x.sql");
        write("V2__y.sql");

        assertThat(names("[one, two, V2__y.sql]")).containsExactly("V1__x.sql", "two/V1__x.sql", "V2__y.sql");
    }

    @Test
    void refusesAPathThatLeadsNowhereWithTheWayOut() {
        assertThatThrownBy(() -> names("db/migration"))
                .isInstanceOf(RefusedException.class)
                .hasMessage(
                        "migrations.expand.sql is \"db/migration\", and %s is neither a file nor a folder; name where the SQL lies, as build contexts are named, or leave the key out.",
                        folder.resolve("db/migration"));
    }

    @Test
    void areUnknownWhereTheAppSpecCameAlone() {
        AppFile app = app("db").with(Map.of());

        assertThat(of(app)).isEqualTo(new SqlFiles.Elsewhere());
        assertThat(app("db").readableSql()).isEmpty();
        write("db/V1__x.sql");
        assertThat(app("db").readableSql()).isEqualTo(Map.of("expand", List.of(new SqlFile("V1__x.sql", "select 1;"))));
    }

    private List<String> names(String sql) {
        return ((SqlFiles.Read) of(app(sql))).all().stream().map(SqlFile::name).toList();
    }

    private static SqlFiles of(AppFile app) {
        return SqlFiles.of(app, "expand", app.spec().migrations().expand().orElseThrow());
    }

    private AppFile app(String sql) {
        return AppFile.of(folder.resolve("app.yaml"), folder, """
                app: shop
                services: {web: {image: "shop:1"}}
                migrations: {expand: {service: web, command: [./migrate], sql: %s}}
                """.formatted(sql));
    }

    private void write(String file) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.resolveSibling(""));
            Files.writeString(path, "select 1;");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
