package com.crewyard.deployment.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.deployment.engine.Place;
import com.crewyard.deployment.notifications.Signatures;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pull requests of GitHub and GitLab, from their first commit to their end. */
class PullRequestsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String COMMIT = "a".repeat(40);
    private static final String SECRET = "It's a Secret to Everybody";
    private static final String PIPELINE = """
            pipelines:
              hub:
                concurrency: {group: "preview-${trigger.number}", policy: latest-wins}
                triggers: {manual: false, pull_request: {from: github, secret: PULL_SECRET, branches: [main]}}
                stages:
                  build: {type: build, script: "echo building $CREWYARD_TRIGGER_COMMIT"}
                  preview: {type: rollout, needs: build, preview: "${trigger.number}"}
              lab:
                triggers: {manual: false, pull_request: {from: gitlab, secret: PULL_SECRET}}
                stages: {work: {type: wait, for: 10ms}}
            """;

    private Yard yard;
    private Place place;

    @BeforeEach
    void start(@TempDir Path folder) {
        place = new Place(folder);
        place.app("v1", "", "strategy: blue-green, window: 1h", """
                previews: {environment: local, ports: %d-%d, limit: 2, env: {AT: "http://{host}:{port}"}}
                """.formatted(place.port + 1, place.port + 9));
        yard = new Yard(folder).start();
        yard.variables.put("PULL_SECRET", SECRET);
        yard.operations().publish(yard.file(PIPELINE), "tester");
    }

    @AfterEach
    void stop() {
        yard.close();
        assertThat(Place.processes(place.folder.resolve("state"))).isEmpty();
    }

    @Test
    void makesAPreviewOfItsCommitAndEndsItWithTheRequest() {
        assertThat(hub("d1", hubBody("opened", "octo/shop", "main"))).isInstanceOf(PushAnswer.Begun.class);
        assertThat(hub("d1", hubBody("opened", "octo/shop", "main")))
                .as("delivered again")
                .isInstanceOfSatisfying(
                        PushAnswer.Begun.class,
                        begun -> assertThat(begun.sentence()).contains("had begun a run of hub before"));

        RunLine begun = yard.operations().runs(Optional.of("hub"), 10).getFirst();
        RunLine run = Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> yard.operations().run(begun.id()).run(), RunLine::isOver);
        assertThat(run.state()).isEqualTo("passed");
        assertThat(run.actor()).isEqualTo("octocat");
        assertThat(yard.engine().previews().list()).singleElement().satisfies(preview -> {
            assertThat(preview.environment()).isEqualTo("pr-7");
            assertThat(preview.state()).isEqualTo("live");
            assertThat(preview.branch()).isEqualTo("feature");
            assertThat(preview.commit()).isEqualTo(COMMIT);
        });

        assertThat(hub("d2", hubBody("closed", "octo/shop", "main")))
                .isEqualTo(new PushAnswer.Begun("Pull request 7 is closed; its preview goes away."));

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> yard.engine().previews().list().isEmpty());
        assertThat(place.folder.resolve("state/environments/shop.pr-7")).doesNotExist();
    }

    @Test
    void runsNoCodeOfStrangersAndHeedsNoOtherBranchAndNoWords() {
        assertThat(List.of(
                        hub("d3", hubBody("opened", "mallory/shop", "main")),
                        hub("d4", hubBody("opened", "octo/shop", "experiments")),
                        hub("d5", hubBody("labeled", "octo/shop", "main"))))
                .extracting(answer -> answer instanceof PushAnswer.Ignored(String sentence) ? sentence : "")
                .containsExactly(
                        "Pull request 7 comes from another repository, whose code is not run here.",
                        "Pull request 7 is to go to experiments, and these start something here: main.",
                        "That brings no commits to a pull request and closes none; nothing was started.");
        assertThat(hub("d6", hubBody("closed", "octo/shop", "main")))
                .isEqualTo(new PushAnswer.Begun("Pull request 7 is closed, and had no preview."));
        assertThat(yard.operations().runs(Optional.empty(), 10)).isEmpty();
    }

    @Test
    void takesGitLabsMergeRequests() {
        assertThat(lab("open", 4, "")).isInstanceOf(PushAnswer.Begun.class);
        assertThat(lab("update", 4, ", \"oldrev\": \"" + "b".repeat(40) + "\""))
                .as("new commits")
                .isInstanceOf(PushAnswer.Begun.class);
        assertThat(lab("update", 4, "")).as("new words").isInstanceOf(PushAnswer.Ignored.class);
        assertThat(lab("open", 5, "")).as("a fork").isInstanceOf(PushAnswer.Ignored.class);
        assertThat(yard.operations().runs(Optional.of("lab"), 10).getFirst().trigger())
                .containsEntry("number", "12")
                .containsEntry("branch", "feature")
                .containsEntry("base", "main")
                .containsEntry("repository", "lab/shop");
    }

    private PushAnswer hub(String id, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return yard.pipelines()
                .pushes()
                .receive(
                        "hub",
                        new PushDelivery(
                                bytes,
                                Optional.of("pull_request"),
                                Optional.of(id),
                                Optional.of(Signatures.sha256(SECRET, bytes)),
                                Optional.empty()));
    }

    private PushAnswer lab(String action, int source, String more) {
        String body = """
                {"object_kind": "merge_request", "user": {"username": "tanuki"}, "project": {"path_with_namespace": "lab/shop"},
                 "object_attributes": {"iid": 12, "action": "%s", "source_branch": "feature", "target_branch": "main",
                   "source_project_id": %d, "target_project_id": 4, "last_commit": {"id": "%s"}%s}}""".formatted(action, source, action.equals("update") ? "c".repeat(40) : COMMIT, more);
        return yard.pipelines()
                .pushes()
                .receive(
                        "lab",
                        new PushDelivery(
                                body.getBytes(StandardCharsets.UTF_8),
                                Optional.of("Merge Request Hook"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(SECRET)));
    }

    private static String hubBody(String action, String from, String base) {
        return """
                {"action": "%s", "number": 7, "repository": {"full_name": "octo/shop"}, "sender": {"login": "octocat"},
                 "pull_request": {"head": {"ref": "feature", "sha": "%s", "repo": {"full_name": "%s"}}, "base": {"ref": "%s"}}}""".formatted(action, COMMIT, from, base);
    }
}
