package com.crewyard.deployment.pipelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.pipelines.PipelineSpec.Work;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PipelineReaderTest {

    static final String WHOLE = """
            pipelines:
              release:
                description: Test it and take it live
                app: deploy/app.yaml
                parameters:
                  environment: {default: staging, values: [staging, production]}
                  replicas: {type: number, default: 2}
                  fast: {type: boolean, default: false}
                concurrency: {group: "release-${parameters.environment}", policy: latest-wins}
                triggers:
                  push: {from: github, secret: PUSH_SECRET, branches: [main, "release/*"]}
                  schedule:
                    - {cron: "30 2 * * mon-fri", zone: Europe/Berlin, parameters: {environment: production}}
                  upstream: [{pipeline: other}]
                stages:
                  build: {type: build, script: "echo version=1 > $CREWYARD_OUTPUT", secrets: [TOKEN]}
                  test: {type: test, needs: build, command: [./mvnw, test], timeout: 20m, retries: {count: 2, backoff: 5s}}
                  scan: {type: scan, needs: build, command: [scan], if: "!parameters.fast"}
                  approve: {type: approve, needs: [test, scan], if: "parameters.environment == 'production'", message: "Ship ${stages.build.output.version}?", approvers: [alice], four_eyes: true}
                  live: {type: rollout, needs: [approve, test], environment: "${parameters.environment}", images: {web: "web:${trigger.commit}"}}
                  check: {type: verify, needs: live, http: {url: "http://localhost:8080/", contains: ok, times: 2}}
                  told: {type: notify, needs: check, if: failed(), message: "#${run.number} failed", slack: SLACK_URL}
              other:
                stages:
                  rest: {type: wait, for: 5m}
                  call: {type: webhook, needs: rest, url: "https://hooks.example.com", secret: KEY}
                  migrate: {type: migrate, environment: local, command: [migrate]}
                  canary: {type: verify, canary: local}
            """;

    @Test
    void readsEveryKey() {
        PipelineFile file = read(WHOLE);

        PipelineSpec release = file.pipeline("release");
        assertThat(release.stages().keySet())
                .containsExactly("build", "test", "scan", "approve", "live", "check", "told");
        assertThat(release.concurrency().orElseThrow().policy()).isEqualTo(PipelineSpec.Concurrency.Policy.LATEST_WINS);
        assertThat(release.triggers().push().orElseThrow().branches()).containsExactly("main", "release/*");
        assertThat(release.triggers().schedules().getFirst().zone().getId()).isEqualTo("Europe/Berlin");
        PipelineSpec.Stage test = stage(release, "test");
        assertThat(test.needs()).containsExactly("build");
        assertThat(test.retries()).isEqualTo(new PipelineSpec.Retries(2, Duration.ofSeconds(5)));
        assertThat(test.retries().after(3)).isEqualTo(Duration.ofSeconds(20));
        assertThat(test.timeout()).isEqualTo(Duration.ofMinutes(20));
        assertThat(stage(release, "build").work())
                .isInstanceOfSatisfying(
                        Work.Command.class,
                        command -> assertThat(command.command())
                                .containsExactly("/bin/sh", "-e", "-c", "echo version=1 > $CREWYARD_OUTPUT", "script"));
        assertThat(stage(release, "approve").work())
                .isEqualTo(new Work.Approve("Ship ${stages.build.output.version}?", List.of("alice"), true));
        assertThat(stage(file.pipeline("other"), "rest").work()).isEqualTo(new Work.Wait(Duration.ofMinutes(5)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "type: test, needs: build | type: tset, needs: build | 17:20: pipelines.release.stages.test.type: \"tset\" is unknown; did you mean \"test\"?",
                "timeout: 20m | timeuot: 20m | 17:65: \"timeuot\" is not a field of pipelines.release.stages.test; did you mean \"timeout\"?",
                "needs: [test, scan] | needs: [test, scam] | 19:39: pipelines.release.stages.approve.needs: there is no stage \"scam\"; did you mean \"scan\"?",
                "needs: build, command: [./mvnw | needs: live, command: [./mvnw | 17:33: pipelines.release.stages.test.needs: stages need one another in a circle: test → live → test",
                "30 2 * * mon-fri | 61 2 * * mon-fri | \"61 2 * * mon-fri\" is not a time of five fields (",
                "30 2 * * mon-fri | 30 2 1 * mon | names days of the month and of the week",
                "30 2 * * mon-fri | 30 2 30 feb * | \"30 2 30 feb *\" never comes",
                "Europe/Berlin | Europe/Berlin2 | \"Europe/Berlin2\" is not a zone such as Europe/Berlin",
                "if: failed() | if: faild( | pipelines.release.stages.told.if: \"faild(\" has \"(\" at its character 6",
                "${stages.build.output.version} | ${stages.live.output.version} | \"live\" is not over by then; name it among needs",
                "web:${trigger.commit} | web:${trigger.comit} | a trigger has no \"comit\"; did you mean \"commit\"?",
                "${run.number} failed | ${run.nr} failed | \"run.nr\" stands for nothing",
                "default: staging | default: nowhere | \"nowhere\" is not allowed; allowed are staging, production",
                "parameters: {environment: production} | parameters: {enviroment: x} | there is no parameter \"enviroment\"; did you mean \"environment\"?",
                "command: [scan] | command: [scan], script: x | it needs either a command, which is a list, or a script",
                "command: [scan] | script: \"deploy ${parameters.environment}\" | nothing is put into a command",
                "for: 5m | for: soon | \"soon\" is not a time such as 30s or 10m",
                "secret: PUSH_SECRET | secret: hunter-2 | \"hunter-2\" is not a name for a variable; values never belong here",
                "retries: {count: 2 | retries: {count: 99 | 99 is outside 0 to 20",
                "release-${parameters.environment} | release-${run.number} | \"run.number\" is another for each run",
                "environment: {default: staging, | environment: { | the parameter environment has no default",
            })
    void refusesWithLineAndColumn(String right, String wrong, String reason) {
        assertThat(WHOLE).contains(right);

        assertThatThrownBy(() -> read(WHOLE.replace(right, wrong)))
                .isInstanceOfSatisfying(RefusedException.class, refusal -> {
                    assertThat(refusal.sentence()).isEqualTo("pipeline.yaml cannot be used.");
                    assertThat(refusal.details())
                            .anyMatch(detail ->
                                    detail.matches("pipeline\\.yaml:\\d+:\\d+: .*") && detail.contains(reason));
                });
    }

    @Test
    void refusesPipelinesThatStartThemselves() {
        assertThatThrownBy(() -> read("""
                        pipelines:
                          one: {stages: {a: {type: pipeline, pipeline: two}}}
                          two: {stages: {a: {type: pipeline, pipeline: one}}}
                        """))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refusal -> assertThat(refusal.details())
                                .first()
                                .asString()
                                .endsWith("it starts itself by its stages of type pipeline"));
    }

    @Test
    void refusesAFileWithoutPipelines() {
        assertThatThrownBy(() -> read(""))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refusal -> assertThat(refusal.details())
                                .containsExactly("pipeline.yaml:1:1: pipelines is missing"));
        assertThatThrownBy(() -> read("pipelines: {}"))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refusal -> assertThat(refusal.details())
                                .containsExactly(
                                        "pipeline.yaml:1:12: pipelines: there is none; write a name and its stages"));
    }

    @Test
    void everyFieldOfTheSchemaIsReadAndEveryTypeIsInIt() {
        JsonNode stages = new JsonMapper()
                .readTree(PipelineSchema.text())
                .at("/properties/pipelines/additionalProperties/properties/stages/additionalProperties/oneOf");
        Set<String> types = new TreeSet<>();
        for (JsonNode stage : stages) {
            String type = stage.at("/properties/type/const").stringValue();
            types.add(type);
            for (String field : stage.get("properties").propertyNames()) {
                assertThatThrownBy(() -> read("pipelines: {a: {stages: {s: {type: %s, nothing: 1, %s}}}}"
                                .formatted(type, field.equals("type") ? "needs: []" : field + ": []")))
                        .isInstanceOfSatisfying(
                                RefusedException.class,
                                refusal -> assertThat(refusal.details())
                                        .anyMatch(detail -> detail.contains("\"nothing\" is not a field"))
                                        .noneMatch(
                                                detail -> detail.contains("\"%s\" is not a field".formatted(field))));
            }
        }
        assertThat(types).isEqualTo(StageType.words());
    }

    private static PipelineSpec.Stage stage(PipelineSpec pipeline, String name) {
        return java.util.Objects.requireNonNull(pipeline.stages().get(name));
    }

    private static PipelineFile read(String text) {
        return PipelineFile.of(Path.of("pipeline.yaml"), Path.of("/srv"), text);
    }
}
