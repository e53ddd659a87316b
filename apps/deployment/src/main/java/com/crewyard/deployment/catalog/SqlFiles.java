package com.crewyard.deployment.catalog;

import com.crewyard.hosting.spec.AppSpec;
import java.util.List;

/** What is known of the SQL that one half of the migrations applies. */
public sealed interface SqlFiles {

    /** @param all in the order in which they are applied */
    record Read(List<SqlFile> all) implements SqlFiles {}

    /** The app spec says nothing of it. */
    record Unnamed() implements SqlFiles {}

    /** The app spec came without the folder that they lie in. */
    record Elsewhere() implements SqlFiles {}

    /**
     * Of a half that there is.
     *
     * @param half its key in the app spec's migrations, such as {@code expand}
     * @throws RefusedException naming a path that does not lead to SQL
     */
    static SqlFiles of(AppFile app, String half, AppSpec.Migration migration) {
        if (migration.sql().isEmpty()) {
            return new Unnamed();
        }
        if (app.sent().isEmpty()) {
            return new Read(SqlFolder.read(app.base(), "migrations.%s.sql".formatted(half), migration.sql()));
        }
        List<SqlFile> sent = app.sent().get().get(half);
        return sent == null ? new Elsewhere() : new Read(SqlFileOrder.sorted(sent));
    }
}
