package com.crewyard.deployment.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.deployment.notifications.Signatures;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What starts runs without anybody at a keyboard. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PushesTest {

    private static final String COMMIT = "a".repeat(40);
    private static final String SECRET = "It's a Secret to Everybody";

    private Yard yard;

    @BeforeAll
    void start(@TempDir Path folder) {
        yard = new Yard(folder).start();
        yard.variables.put("PUSH_SECRET", SECRET);
        yard.operations().publish(yard.file("""
                                pipelines:
                                  hub:
                                    triggers: {push: {from: github, secret: PUSH_SECRET, branches: [main, "release/*"]}}
                                    stages: {work: {type: run, env: {B: "${trigger.branch}"}, script: "echo $B $CREWYARD_TRIGGER_COMMIT $CREWYARD_TRIGGER_REPOSITORY"}}
                                  lab:
                                    triggers: {push: {from: gitlab, secret: PUSH_SECRET}}
                                    stages: {work: {type: wait, for: 10ms}}
                                  unset:
                                    triggers: {push: {from: github, secret: NOT_SET}}
                                    stages: {work: {type: wait, for: 10ms}}
                                """), "tester");
    }

    @AfterAll
    void stop() {
        yard.close();
    }

    /** The example of GitHub's documentation "Validating webhook deliveries". */
    @Test
    void signsAsGitHubDoes() {
        assertThat(Signatures.sha256(SECRET, "Hello, World!".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17");
    }

    @Test
    void startsOneRunForAPushHoweverOftenItIsDelivered() {
        byte[] body = hub("refs/heads/release/7", COMMIT);

        PushAnswer first = receive("hub", body, "d1");
        PushAnswer again = receive("hub", body, "d1");

        assertThat(first).isInstanceOf(PushAnswer.Begun.class);
        assertThat(again)
                .isInstanceOfSatisfying(
                        PushAnswer.Begun.class,
                        begun -> assertThat(begun.sentence()).contains("had begun a run of hub before"));
        List<RunLine> runs = yard.operations().runs(Optional.of("hub"), 10);
        assertThat(runs).hasSize(1);
        assertThat(runs.getFirst().actor()).isEqualTo("octocat");
        yard.over(runs.getFirst().id());
        assertThat(yard.log(runs.getFirst().id(), "work")).isEqualTo("release/7 " + COMMIT + " octo/app\n");
    }

    @Test
    void refusesWhatIsNotSignedWithTheSecret() {
        byte[] body = hub("refs/heads/main", COMMIT);
        String right = Signatures.sha256(SECRET, body);
        PushDelivery forged = new PushDelivery(
                hub("refs/heads/main", "b".repeat(40)),
                Optional.of("push"),
                Optional.of("d2"),
                Optional.of(right),
                Optional.empty());
        PushDelivery unsigned =
                new PushDelivery(body, Optional.of("push"), Optional.of("d3"), Optional.empty(), Optional.of(SECRET));

        for (PushDelivery delivery : List.of(forged, unsigned)) {
            assertThat(yard.pipelines().pushes().receive("hub", delivery)).isInstanceOf(PushAnswer.Refused.class);
        }
        assertThat(receive("unset", body, "d4")).isInstanceOf(PushAnswer.Refused.class);
        assertThat(receive("nothing", body, "d5")).isInstanceOf(PushAnswer.Refused.class);
    }

    @Test
    void ignoresOtherBranchesTagsAndBranchesThatAreGone() {
        assertThat(List.of(
                        receive("hub", hub("refs/heads/feature", COMMIT), "d6"),
                        receive("hub", hub("refs/tags/v1", COMMIT), "d7"),
                        receive("hub", hub("refs/heads/main", "0".repeat(40)), "d8"),
                        receive("hub", "no json".getBytes(StandardCharsets.UTF_8), "d9")))
                .allMatch(PushAnswer.Ignored.class::isInstance);
    }

    @Test
    void takesGitLabsTokenAndItsPushes() {
        byte[] body = """
                {"object_kind": "push", "ref": "refs/heads/main", "after": "%s", "user_username": "tanuki",
                 "project": {"path_with_namespace": "lab/app"}}""".formatted(COMMIT).getBytes(StandardCharsets.UTF_8);

        assertThat(yard.pipelines()
                        .pushes()
                        .receive(
                                "lab",
                                new PushDelivery(
                                        body,
                                        Optional.of("Push Hook"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(SECRET))))
                .isInstanceOf(PushAnswer.Begun.class);
        assertThat(yard.operations().runs(Optional.of("lab"), 1).getFirst().trigger())
                .containsEntry("repository", "lab/app")
                .containsEntry("actor", "tanuki");
    }

    @Test
    void startsARunAtATimeOfItsScheduleAndOneOnlyForTimesThatPassedBefore() {
        yard.operations().publish(yard.file("""
                        pipelines:
                          timed:
                            triggers: {schedule: [{cron: "0 0 1 1 *", zone: Europe/Berlin}], manual: false}
                            stages: {work: {type: wait, for: 10ms}}
                        """), "tester");
        assertThat(yard.operations().pipelines())
                .filteredOn(pipeline -> pipeline.name().equals("timed"))
                .singleElement()
                .satisfies(pipeline ->
                        assertThat(pipeline.next().orElseThrow().toString()).endsWith("-12-31T23:00:00Z"));

        org.springframework.jdbc.core.simple.JdbcClient.create(yard.engine().database())
                .sql(
                        "update deploy.pipeline_task set execution_time = now() - interval '3 days' where task_name = 'schedule'")
                .update();

        List<RunLine> runs = Awaitility.await()
                .atMost(Yard.PATIENCE)
                .until(() -> yard.operations().runs(Optional.of("timed"), 5), found -> !found.isEmpty());
        assertThat(runs)
                .singleElement()
                .satisfies(run -> assertThat(run.trigger()).containsEntry("kind", "schedule"));
    }

    private PushAnswer receive(String pipeline, byte[] body, String id) {
        return yard.pipelines()
                .pushes()
                .receive(
                        pipeline,
                        new PushDelivery(
                                body,
                                Optional.of("push"),
                                Optional.of(id),
                                Optional.of(Signatures.sha256(SECRET, body)),
                                Optional.empty()));
    }

    private static byte[] hub(String ref, String commit) {
        return """
                {"ref": "%s", "after": "%s", "repository": {"full_name": "octo/app"}, "pusher": {"name": "octocat"}}""".formatted(ref, commit).getBytes(StandardCharsets.UTF_8);
    }
}
