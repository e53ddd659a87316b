package com.crewyard.deployment.pipelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.engine.AuditLine;
import com.crewyard.deployment.engine.AuditQuery;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Runs of pipelines on an engine with a real database, real processes and real receivers of webhooks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PipelinesTest {

    private Yard yard;

    @BeforeAll
    void start(@TempDir Path folder) {
        yard = new Yard(folder).start();
    }

    @AfterAll
    void stop() {
        yard.close();
    }

    @Test
    void runsStagesInTheOrderOfTheirNeedsAndSideBySide() {
        long run = yard.run("""
                pipelines:
                  order:
                    parameters: {name: {default: world}}
                    stages:
                      build: {type: build, script: "echo hello $CREWYARD_PARAM_NAME; echo version=7 >> $CREWYARD_OUTPUT"}
                      left: {type: test, needs: build, script: "sleep 0.4"}
                      right: {type: scan, needs: build, script: "sleep 0.4"}
                      end: {type: run, needs: [left, right], env: {V: "v${stages.build.output.version}"}, script: "echo $V on $CREWYARD_STAGE"}
                """, "name=yard");

        RunDetails details = yard.over(run);

        assertThat(details.run().state()).isEqualTo("passed");
        assertThat(Yard.states(details).values()).containsOnly("passed");
        assertThat(yard.log(run, "build")).isEqualTo("hello yard\n");
        assertThat(yard.log(run, "end")).isEqualTo("v7 on end\n");
        assertThat(details.stage("build").output()).containsExactly(entry("version", "7"));
        StageLine left = details.stage("left");
        StageLine right = details.stage("right");
        assertThat(left.startedAt().orElseThrow()).isBefore(right.endedAt().orElseThrow());
        assertThat(right.startedAt().orElseThrow()).isBefore(left.endedAt().orElseThrow());
        assertThat(details.stage("end").startedAt().orElseThrow())
                .isAfterOrEqualTo(left.endedAt().orElseThrow())
                .isAfterOrEqualTo(right.endedAt().orElseThrow());
    }

    @Test
    void skipsWhatItsConditionLeavesOutAndDoesNotReachWhatNeedsAFailedStage() {
        long run = yard.run("""
                pipelines:
                  conditions:
                    parameters: {production: {type: boolean, default: false}}
                    stages:
                      approve: {type: approve, if: parameters.production}
                      test: {type: test, needs: approve, script: "echo it is broken; exit 3"}
                      live: {type: run, needs: test, command: ["true"]}
                      clean: {type: run, needs: live, if: always(), command: ["true"]}
                      told: {type: run, needs: live, if: failed(), command: ["true"]}
                      glad: {type: run, needs: live, if: passed(), command: ["true"]}
                """);

        RunDetails details = yard.over(run);

        assertThat(Yard.states(details))
                .containsExactly(
                        entry("approve", "skipped"),
                        entry("test", "failed"),
                        entry("live", "unreached"),
                        entry("clean", "passed"),
                        entry("told", "passed"),
                        entry("glad", "unreached"));
        assertThat(details.run().state()).isEqualTo("failed");
        assertThat(details.stage("test").note()).isEqualTo("It ended with exit code 3, after saying \"it is broken\".");
    }

    @Test
    void triesAgainAfterAWhileThatDoubles() {
        long run = yard.run("""
                pipelines:
                  again:
                    stages:
                      flaky:
                        type: test
                        retries: {count: 2, backoff: 200ms}
                        script: |
                          echo attempt $CREWYARD_ATTEMPT
                          test $CREWYARD_ATTEMPT = 3
                """);

        RunDetails details = yard.over(run);

        assertThat(details.run().state()).isEqualTo("passed");
        assertThat(details.stage("flaky").attempt()).isEqualTo(3);
        assertThat(yard.log(run, "flaky")).isEqualTo("attempt 1\nattempt 2\nattempt 3\n");
        assertThat(Duration.between(
                        details.stage("flaky").startedAt().orElseThrow(),
                        details.stage("flaky").endedAt().orElseThrow()))
                .isGreaterThan(Duration.ofMillis(600));
    }

    @Test
    void endsTheWholeGroupOfACommandWhoseTimeIsOver() {
        long run = yard.run("""
                pipelines:
                  slow: {stages: {hang: {type: run, timeout: 1s, script: "sleep 300 & sleep 300"}}}
                """);

        RunDetails details = yard.over(run);

        assertThat(details.stage("hang").note()).isEqualTo("It was not done in time and was ended.");
        assertThat(yard.processes()).isEmpty();
    }

    @Test
    void cancelsWhatRunsAndWhatHasNotBegun() {
        long run = yard.run("""
                pipelines:
                  long:
                    stages:
                      work: {type: run, script: "echo begun; sleep 300"}
                      rest: {type: wait, for: 1h}
                      ask: {type: approve}
                      after: {type: run, needs: [work, rest, ask], command: ["true"]}
                """);
        Awaitility.await()
                .atMost(Yard.PATIENCE)
                .until(() -> yard.log(run, "work").contains("begun"));

        yard.operations().cancel(run, "alice");
        RunDetails details = yard.over(run);

        assertThat(details.run().state()).isEqualTo("cancelled");
        assertThat(details.run().cancelledBy()).hasValue("alice");
        assertThat(Yard.states(details).values()).containsOnly("cancelled");
        assertThat(yard.processes()).isEmpty();
        assertThatThrownBy(() -> yard.operations().cancel(run, "alice"))
                .hasMessage("Run %d is over; it cancelled.".formatted(run));
    }

    @Test
    void waitsForAPersonAndKnowsWhoMayAnswer() throws Exception {
        String file = """
                pipelines:
                  asking:
                    stages:
                      ask: {type: approve, message: "Ship it to ${pipeline.name}?", approvers: [alice, tester], four_eyes: true}
                      live: {type: run, needs: ask, env: {BY: "${stages.ask.output.by}"}, script: "echo by $BY"}
                """;
        long run = yard.run(file);
        RunDetails asking = yard.operations().await(run, _ -> {});

        assertThat(asking.run().awaiting()).containsExactly("ask");
        assertThat(asking.stage("ask").note()).isEqualTo("Ship it to asking?");
        assertThatThrownBy(() -> yard.operations().decide(run, "ask", true, "mallory"))
                .hasMessage("mallory may not approve ask; these may: alice, tester.");
        assertThatThrownBy(() -> yard.operations().decide(run, "ask", true, "tester"))
                .hasMessageContaining("wants somebody else's approval");
        assertThatThrownBy(() -> yard.operations().decide(run, "live", true, "alice"))
                .hasMessage("The stage live of run %d asks nobody.".formatted(run));
        yard.operations().decide(run, "ask", true, "alice");
        assertThat(yard.over(run).run().state()).isEqualTo("passed");
        assertThat(yard.log(run, "live")).isEqualTo("by alice\n");
        assertThatThrownBy(() -> yard.operations().decide(run, "ask", true, "alice"))
                .isInstanceOf(RefusedException.class);

        long other = yard.run(file);
        yard.until(other, details -> !details.run().awaiting().isEmpty());
        yard.operations().decide(other, "ask", false, "alice");
        RunDetails rejected = yard.over(other);
        assertThat(rejected.run().state()).isEqualTo("failed");
        assertThat(rejected.stage("ask").note()).isEqualTo("alice rejected it.");
        assertThat(yard.engine()
                        .deployments()
                        .audit(new AuditQuery(Optional.empty(), Optional.empty(), Optional.empty(), 50)))
                .extracting(AuditLine::action)
                .contains("pipeline-run", "pipeline-approve", "pipeline-reject");
    }

    @Test
    void queuesRunsOfOneGroupOrLetsTheLatestWin() {
        String queued = """
                pipelines:
                  queued:
                    concurrency: {group: one}
                    stages: {work: {type: run, script: "sleep 0.5"}}
                """;
        long first = yard.run(queued);
        long second = yard.run(queued);
        long third = yard.run(queued);

        assertThat(yard.operations().run(third).run().state()).isEqualTo("queued");
        RunDetails last = yard.over(third);
        RunDetails middle = yard.operations().run(second);
        assertThat(List.of(yard.operations().run(first), middle, last))
                .extracting(details -> details.run().state())
                .containsOnly("passed");
        assertThat(last.run().startedAt().orElseThrow())
                .isAfterOrEqualTo(middle.run().endedAt().orElseThrow());

        String latest = queued.replace("queued", "latest")
                .replace("one}", "other, policy: latest-wins}")
                .replace("0.5", "300");
        long old = yard.run(latest);
        yard.until(old, details -> Yard.states(details).containsValue("running"));
        long newer = yard.run(latest);
        long newest = yard.run(latest.replace("300", "0.1"));
        assertThat(yard.over(newest).run().state()).isEqualTo("passed");
        assertThat(yard.operations().run(newer).run().state()).isEqualTo("cancelled");
        assertThat(yard.over(old).run().cancelledBy()).hasValue("a newer run");
    }

    @Test
    void startsAnotherPipelineAndPipelinesThatFollow() {
        long run = yard.run("""
                pipelines:
                  above:
                    stages:
                      inner: {type: pipeline, pipeline: below, parameters: {from: "${run.number}"}}
                      after: {type: run, needs: inner, env: {N: "${stages.inner.output.number}"}, script: "echo inner $N"}
                  below:
                    parameters: {from: {type: number}}
                    stages: {work: {type: run, script: "echo from $CREWYARD_PARAM_FROM"}}
                  follower:
                    triggers: {upstream: [{pipeline: above}], manual: false}
                    stages: {work: {type: run, script: "echo after $CREWYARD_TRIGGER_UPSTREAM"}}
                """);

        RunDetails details = yard.over(run);

        assertThat(details.run().state()).isEqualTo("passed");
        long inner = details.stage("inner").run().orElseThrow();
        assertThat(yard.log(inner, "work")).isEqualTo("from 1\n");
        RunLine follower = Awaitility.await()
                .atMost(Yard.PATIENCE)
                .until(() -> yard.operations().runs(Optional.of("follower"), 5), runs -> !runs.isEmpty())
                .getFirst();
        yard.over(follower.id());
        assertThat(yard.log(follower.id(), "work")).isEqualTo("after above #1\n");
        assertThatThrownBy(() -> yard.operations()
                        .run(new RunOrder("follower", Map.of(), Optional.empty(), "tester", RunOrder.By.API)))
                .hasMessageContaining("follower is not started by hand");
    }

    @Test
    void tellsOtherSystemsSignedAndAsksWhetherTheyAnswer() throws Exception {
        List<String> received = new CopyOnWriteArrayList<>();
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger refusals = new AtomicInteger(1);
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean sick = path.equals("/health") && asked.incrementAndGet() < 3
                    || path.equals("/hook") && refusals.getAndDecrement() > 0;
            if (!path.equals("/health") && !sick) {
                String signature = exchange.getRequestHeaders().getFirst("X-Crewyard-Signature-256");
                String expected = com.crewyard.deployment.notifications.Signatures.sha256("0123456789", body);
                received.add(path + " " + (expected.equals(signature) ? "signed" : "unsigned") + " "
                        + new String(body, StandardCharsets.UTF_8));
            }
            byte[] answer = "all is well".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(sick ? 503 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        yard.variables.put("KEY", "0123456789");
        yard.variables.put("SLACK", address + "/slack");
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        yard.variables.put(
                "CREWYARD_SMTP_URL", "smtp://127.0.0.1:" + mail.getSmtp().getPort());
        yard.variables.put("CREWYARD_MAIL_FROM", "deploy@crewyard.example");
        try {
            long run = yard.run("""
                    pipelines:
                      telling:
                        stages:
                          health: {type: verify, http: {url: "%1$s/health", contains: well, every: 100ms, times: 2}}
                          hook: {type: webhook, needs: health, url: "%1$s/hook", secret: KEY, retries: {count: 2, backoff: 100ms}}
                          slack: {type: notify, needs: hook, message: "#${run.number} is ${stages.hook.state}", slack: SLACK, email: ops@example.com, webhook: {url: "%1$s/notify", secret: KEY}}
                          missing: {type: notify, if: always(), needs: slack, message: x, slack: NOWHERE, retries: 0}
                    """.formatted(address));

            RunDetails details = yard.over(run);

            assertThat(Yard.states(details).values()).containsExactly("passed", "passed", "passed", "failed");
            assertThat(asked).hasValue(4);
            assertThat(details.stage("hook").attempt()).isEqualTo(2);
            assertThat(received).hasSize(3);
            assertThat(received.get(0)).startsWith("/hook signed {\"pipeline\":\"telling\"");
            assertThat(received.get(1)).isEqualTo("/slack unsigned {\"text\":\"#1 is passed\"}");
            assertThat(received.get(2)).startsWith("/notify signed").contains("\"message\":\"#1 is passed\"");
            assertThat(mail.getReceivedMessages())
                    .singleElement()
                    .satisfies(message -> assertThat(message.getSubject()).isEqualTo("#1 is passed"));
            assertThat(details.stage("missing").note())
                    .isEqualTo("NOWHERE is not set where the engine runs; set it and run the pipeline again.");
        } finally {
            mail.stop();
            server.stop(0);
        }
    }

    @Test
    void keepsSecretsOutOfLogsAndOtherVariablesOutOfCommands() {
        yard.variables.put("TOKEN", "s3cr3t-token");
        long run = yard.run("""
                pipelines:
                  secret: {stages: {show: {type: run, secrets: [TOKEN], script: "echo token $TOKEN; env | cut -d= -f1"}}}
                """);

        yard.over(run);

        assertThat(yard.log(run, "show")).startsWith("token •••\n").doesNotContain("s3cr3t");
        assertThat(yard.log(run, "show").lines()).contains("TOKEN", "PATH").doesNotContain("KEY", "SUREFIRE");
    }

    @Test
    void refusesParametersThatDoNotFit() {
        String file = """
                pipelines:
                  picky:
                    parameters: {count: {type: number}, place: {values: [here, there], default: here}}
                    stages: {work: {type: run, command: ["true"]}}
                """;
        assertThatThrownBy(() -> yard.run(file))
                .hasMessage("picky needs the parameter count; give it with --param count=VALUE.");
        assertThatThrownBy(() -> yard.run(file, "count=x"))
                .hasMessage("The parameter count of picky: \"x\" is not a number.");
        assertThatThrownBy(() -> yard.run(file, "count=1", "place=nowhere"))
                .hasMessage("The parameter place of picky: \"nowhere\" is not allowed; allowed are here, there.");
        assertThatThrownBy(() -> yard.run(file, "count=1", "plaec=here"))
                .hasMessage("picky has no parameter \"plaec\"; did you mean \"place\"?");
    }

    @Test
    void goesOnWithACommandThatOutlivedItsEngineAndRunsItOnce() throws Exception {
        long run = yard.run("""
                pipelines:
                  durable:
                    stages:
                      work: {type: run, script: "echo begun; echo work >> journal; sleep 3; echo done"}
                      end: {type: run, needs: work, script: "echo end >> journal"}
                """);
        Awaitility.await()
                .atMost(Yard.PATIENCE)
                .until(() -> yard.log(run, "work").contains("begun"));

        yard.stop();
        assertThat(yard.processes()).isNotEmpty();
        yard.start();

        assertThat(yard.over(run).run().state()).isEqualTo("passed");
        assertThat(yard.journal()).containsExactly("work", "end");
        assertThat(yard.log(run, "work")).isEqualTo("begun\ndone\n");
        assertThat(Files.exists(yard.folder.resolve("state/pipelines"))).isTrue();
    }
}
