package com.crewyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.deployment.DeploymentApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The commands on organizations, through a console and with an engine of their own. */
class OrganizationCommandTest {

    @TempDir
    private Path folder;

    @Test
    void makesOrganizationsAndSaysWhatTheyOwn() throws Exception {
        Said listed;
        try (ConfigurableApplicationContext _ = DeploymentApplication.application()
                .run("--server.port=0", "--engine.state=" + folder, "--logging.level.com.crewyard=ERROR")) {
            assertThat(say("organization", "list").output()).startsWith("No organization was made yet;");
            assertThat(say("organization", "create", "acme").output()).startsWith("acme is there;");
            assertThat(say("organization", "create", "acme").code()).isEqualTo(4);
            assertThat(say("organization", "create", "Acme").code()).isEqualTo(2);
            assertThat(say("organization", "assign", "acme", "shop").output()).isEqualTo("shop belongs to acme.\n");
            assertThat(say("organization", "assign", "acme", "pipeline:release").code())
                    .isZero();
            assertThat(say("organization", "delete", "acme").errors())
                    .contains("acme still owns pipeline:release, shop;");
            listed = say("organization", "list");
            assertThat(listed.output()).matches("acme +pipeline:release shop\n");
        }
        assertThat(say("organization", "list")).isEqualTo(listed);
        assertThat(say("token", "create", "ada", "--role", "admin", "--scope", "@acme")
                        .output())
                .contains("ada@acme is admin on @acme until ");
    }

    @Test
    void takesNoScopeForTheNameOfAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("acme"), "*");

        assertThat(say("token", "create", "ada", "--role", "admin", "--scope", "@" + file)
                        .errors())
                .contains("scope is \"@" + file);
    }

    private Said say(String... command) {
        return Said.here(Stream.concat(Stream.of(command), Stream.of("--state", folder.toString()))
                .toList());
    }
}
