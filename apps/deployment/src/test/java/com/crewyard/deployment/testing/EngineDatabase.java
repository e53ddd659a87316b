package com.crewyard.deployment.testing;

import com.crewyard.deployment.engine.Engine;
import com.crewyard.deployment.engine.EngineSettings;
import com.crewyard.postgres.DatabaseUrl;
import com.crewyard.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;

/** Databases for engines as servers run them: on one PostgreSQL for all tests of this JVM, and so there at once. */
public final class EngineDatabase {

    private EngineDatabase() {}

    /** The address of one that nobody else has. */
    public static String fresh() {
        return TestDatabase.text(TestDatabase.prepared("engine", EngineDatabase::prepare));
    }

    private static void prepare(DatabaseUrl url) {
        try {
            Engine.start(
                            new EngineSettings(
                                    Files.createTempDirectory("crewyard-engine"), Optional.of(TestDatabase.text(url))),
                            _ -> {})
                    .close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
