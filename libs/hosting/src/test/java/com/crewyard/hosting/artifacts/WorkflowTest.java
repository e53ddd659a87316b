package com.crewyard.hosting.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crewyard.hosting.Seeds;
import com.crewyard.hosting.artifacts.Generator.Artifact;
import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkflowTest {

    private static final List<String> TARGETS = List.of(
            "ecs",
            "ecs-express",
            "app-runner",
            "lambda",
            "kubernetes",
            "cloud-run",
            "azure-container-apps",
            "fly",
            "render",
            "railway",
            "ssh");

    @TempDir
    private Path directory = Path.of("");

    @Test
    void actionlintAndShellcheckFindNothingWhateverTheTarget() throws IOException, InterruptedException {
        List<Path> folders = new ArrayList<>();
        for (String target : TARGETS) {
            for (String spec : List.of("guestbook", "bureau")) {
                folders.add(Validators.write(directory.resolve(target).resolve(spec), workflows(spec, target)));
            }
        }

        Validators.accepts("workflows.mjs", folders.toArray());
    }

    @Test
    void everythingIsTestedBuiltScannedPushedAndDeployedInThisOrder() {
        String deploy = Specs.content(workflows("bureau", "ecs"), ".github/workflows/deploy-live.yml");

        assertThat(deploy)
                .containsSubsequence(
                        "  test:",
                        "  build:",
                        "- name: Build",
                        "- name: Scan",
                        "- name: Push",
                        "  deploy:",
                        "- name: Migrate (expand)",
                        "- name: Deploy web",
                        "services-stable")
                .contains("id-token: write", "role-to-assume: ${{ vars.AWS_ROLE }}")
                .contains("{service: api, context: api, dockerfile: api/Dockerfile}")
                .doesNotContain("AWS_SECRET_ACCESS_KEY");
    }

    @Test
    void aPreviewIsMadeForOurOwnRequestsOnlyAndTakenAwayAtTheEnd() {
        String preview = Specs.content(workflows("bureau", "kubernetes"), ".github/workflows/preview.yml");

        assertThat(preview)
                .contains("types: [opened, synchronize, reopened, closed]", "kubectl delete namespace \"$NAME\"")
                .contains("environment:\n      name: preview");
        assertThat(preview.split("head.repo.full_name == github.repository", -1))
                .hasSize(4);
    }

    @Test
    void platformsWithPreviewsOfTheirOwnGetNoneFromUs() {
        assertThat(workflows("guestbook", "render")).hasSize(1);
    }

    @Test
    void theMachineAWorkflowCannotReachIsRefused() {
        assertThatThrownBy(() -> workflows("guestbook", "process"))
                .isInstanceOf(UnfitException.class)
                .hasMessageContaining("environments.live")
                .hasMessageContaining("target process");
    }

    @Test
    void theCheckSeesWhatIsWrong() throws IOException {
        Path folder = Files.createDirectories(directory.resolve(".github/workflows"));
        Files.writeString(folder.resolve("a.yml"), """
                on: push
                jobs:
                  a:
                    needs: [b]
                    runs-on: ubuntu-24.04
                    steps:
                      - run: echo ${{ github.event.issue.title }}
                """);

        assertThatThrownBy(() -> Validators.accepts("workflows.mjs", directory))
                .hasMessageContaining("needs job \"b\"")
                .hasMessageContaining("an expression inside a script");
    }

    private static List<Artifact> workflows(String spec, String target) {
        String text = Seeds.text(spec + ".yaml")
                + "  live: {target: %s, hosts: [deploy@vm1.example.com, deploy@vm2.example.com]}\n".formatted(target);
        AppSpec app = AppSpecReader.read("app.yaml", text).spec();
        return new GithubActionsGenerator()
                .generate(app, Objects.requireNonNull(app.environments().get("live")));
    }
}
