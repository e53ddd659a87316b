package com.crewyard.deployment.releases;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.targets.Images;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposerTest {

    private static final String APP = """
            app: shop
            services:
              web: {build: {}, command: [./web], port: 8080}
            storage:
              files: {engine: s3, env: BUCKET, folder: FOLDER}
            environments:
              local: {target: process}
            """;

    @TempDir
    private Path folder;

    @Test
    void givesAFolderWhereNobodyNamedABucket() {
        Composer.Composed composed = compose(Set.of());

        assertThat(composed.configuration().folders()).isEqualTo(Map.of("FOLDER", "files"));
        assertThat(secrets(composed)).containsExactly("FOLDER");
        assertThat(composed.notes()).isEmpty();
    }

    @Test
    void givesTheBucketThatIsNamedAndNoFolder() {
        Composer.Composed composed = compose(Set.of("BUCKET"));

        assertThat(composed.configuration().folders()).isEmpty();
        assertThat(secrets(composed)).containsExactly("BUCKET");
    }

    private static List<String> secrets(Composer.Composed composed) {
        return Objects.requireNonNull(composed.configuration().services().get("web"))
                .secrets();
    }

    private Composer.Composed compose(Set<String> known) {
        AppFile file = AppFile.of(folder.resolve("app.yaml"), folder, APP);
        return new Composer(file, "local", Map.of(), known, Optional.empty()).compose();
    }

    @Test
    void refusesWhatEachOfSeveralHostsWouldHaveOfItsOwn() {
        assertThat(refusal("", "replicas: 2")).isEmpty();
        assertThat(refusal("", "replicas: 1"))
                .isEqualTo(
                        "Service web has 1 replicas for 2 hosts, and the router of each host needs one; ask for 2 replicas or more.");
        assertThat(refusal("databases: {main: {engine: postgres, env: DATABASE_URL}}", "replicas: 2"))
                .isEqualTo(
                        "Environment vm has 2 hosts, and each would have a database main of its own; set DATABASE_URL to one that all of them reach.");
        assertThat(refusal("storage: {files: {engine: s3, env: BUCKET, folder: FOLDER}}", "replicas: 2"))
                .isEqualTo(
                        "Environment vm has 2 hosts, and each would have a folder files of its own; name a bucket, or set FOLDER to a folder of yours.");
        assertThat(refusal("", "replicas: 2", "tls: {acme: ops@example.com},"))
                .startsWith("Environment vm has 2 hosts, and an authority asks only one of them");
    }

    private String refusal(String more, String replicas, String... tls) {
        String text = """
                app: shop
                services:
                  web: {image: shop:1, port: 8080, %s, routes: [{host: shop.example.com, path: /}]}
                %s
                environments:
                  vm: {target: ssh, %s hosts: [deploy@a.example.com, deploy@b.example.com]}
                """.formatted(replicas, more, String.join("", tls));
        AppFile file = AppFile.of(folder.resolve("app.yaml"), folder, text);
        try {
            new Composer(file, "vm", Map.of(), Set.of(), Optional.of(new NamedImages())).compose();
            return "";
        } catch (RefusedException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Images of a registry that has every one. */
    private static final class NamedImages implements Images {

        @Override
        public Image find(String reference) {
            return new Image(reference, "sha256:1");
        }

        @Override
        public Image build(String name, Path context, Path dockerfile) {
            return find(name);
        }
    }
}
