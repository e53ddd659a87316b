package com.crewyard.hosting.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.crewyard.hosting.artifacts.Generator.Artifact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Platforms whose schemas are on their own sites only; what their documentation says is held here by rules of our own. */
class PlatformsTest {

    private static final Pattern KEY = Pattern.compile("(?m)^(\\w+) = ");
    private static final Set<String> RAILWAY = Set.of(
            "builder",
            "cronSchedule",
            "dockerfilePath",
            "drainingSeconds",
            "healthcheckPath",
            "healthcheckTimeout",
            "numReplicas",
            "overlapSeconds",
            "preDeployCommand",
            "restartPolicyType",
            "startCommand");

    @TempDir
    private Path directory = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"fly", "railway", "render"})
    void theSchemaIsOnThePlatformsOwnSite(String target) {
        abort(target + ": its schema is in no registry: not validated here, beyond our own rules");
    }

    @Test
    void railwayKnowsEveryKey() {
        Set<String> keys = new TreeSet<>();
        for (Artifact file : Specs.generate("bureau", "railway", "production")) {
            if (file.path().endsWith(".toml")) {
                KEY.matcher(file.content()).results().forEach(found -> keys.add(found.group(1)));
            }
        }

        assertThat(keys).isEqualTo(new TreeSet<>(RAILWAY));
    }

    @Test
    void railwayRunsMigrationsBeforeAndJobsByTheClock() {
        List<Artifact> files = Specs.generate("bureau", "railway", "production");

        assertThat(Specs.content(files, "railway.api.toml"))
                .contains("preDeployCommand = [\"./migrate expand\"]", "dockerfilePath = \"api/Dockerfile\"");
        assertThat(Specs.content(files, "railway.digest.toml"))
                .contains("cronSchedule = \"*/15 6 1,15 * mon-fri\"", "restartPolicyType = \"NEVER\"");
    }

    @Test
    void railwaysScriptSetsNoSecretAndIsAScript() throws IOException, InterruptedException {
        List<Artifact> files = Specs.generate("bureau", "railway", "production");

        assertThat(Specs.content(files, "railway-variables.sh"))
                .contains("--set 'DATABASE_URL=${{Postgres.DATABASE_URL}}'")
                .doesNotContain("SECRET_KEY=");
        Validators.write(directory, files);
        Validators.acceptedBy("shellcheck", "--severity=warning", directory.resolve("railway-variables.sh"));
    }
}
