package com.crewyard.hosting.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.Seeds;
import com.crewyard.hosting.spec.AppSpec.Rollout.Strategy;
import com.crewyard.hosting.spec.AppSpec.Service;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AppSpecReaderTest {

    @Test
    void readsTheGuestbook() {
        AppSpecReader.Reading reading = AppSpecReader.read("app.yaml", Seeds.text("guestbook.yaml"));

        assertThat(reading.findings()).isEmpty();
        AppSpec spec = reading.spec();
        assertThat(spec.services()).containsOnlyKeys("web");
        Service web = spec.services().values().iterator().next();
        assertThat(web.command()).containsExactly("python3", "server.py");
        assertThat(web.memoryMebibytes()).isEqualTo(256);
        assertThat(web.drain().longest()).isEqualTo(Duration.ofMinutes(1));
        assertThat(web.autoscale()).contains(new AppSpec.Autoscale(2, 10, 70));
        assertThat(spec.rollout().strategy()).isEqualTo(Strategy.BLUE_GREEN);
        assertThat(spec.migrations().expand().orElseThrow().lockTimeout()).contains(Duration.ofSeconds(5));
        assertThat(spec.environments()).containsOnlyKeys("local", "host", "vm", "production");
    }

    @Test
    void refusesUnknownKeysWithLineColumnAndSuggestion() {
        assertThat(findings(
                        "app: a\nservices:\n  web:\n    imgae: x:1\n    prot: 80\n    image: x:1\nenviroments: {}\n"))
                .containsExactly(
                        "app.yaml:4:5: \"imgae\" is not a field of services.web; did you mean \"image\"?",
                        "app.yaml:5:5: \"prot\" is not a field of services.web; did you mean \"port\"?",
                        "app.yaml:7:1: \"enviroments\" is not a field here; did you mean \"environments\"?");
    }

    @Test
    void refusesWhatDoesNotFitTogether() {
        assertThat(findings("""
                        app: A_b
                        services:
                          web: {image: "x:1", build: {}, health: {path: healthz}, secrets: [K], env: {K: v}}
                          worker: {command: [run]}
                        cron: {daily: {service: wbe, schedule: daily, command: [x]}}
                        environments: {prod: {target: kuberntes}}
                        """))
                .anySatisfy(finding -> assertThat(finding).contains("\"A_b\" is not a name"))
                .anySatisfy(
                        finding -> assertThat(finding).contains("app.yaml:3:").contains("either an image or a build"))
                .anySatisfy(finding -> assertThat(finding).contains("\"healthz\" is not a path such as /healthz"))
                .anySatisfy(finding -> assertThat(finding).contains("\"K\" is among env too"))
                .anySatisfy(
                        finding -> assertThat(finding).contains("app.yaml:4:").contains("either an image or a build"))
                .anySatisfy(finding -> assertThat(finding).contains("\"wbe\" is unknown; did you mean \"web\"?"))
                .anySatisfy(finding -> assertThat(finding).contains("\"daily\" is not a schedule of five fields"))
                .anySatisfy(finding -> assertThat(finding).contains("did you mean \"kubernetes\"?"));
    }

    @Test
    void readsWhoHearsOfRolloutsAndKeepsValuesOut() {
        AppSpec spec = AppSpecReader.read("app.yaml", """
                        app: shop
                        services: {web: {image: "x:1"}}
                        environments:
                          production:
                            target: container
                            notifications:
                              - slack: SLACK_WEBHOOK
                              - {email: ops@example.com, events: [rolled-back, drift]}
                              - {webhook: "https://hooks.example.com/deploy", secret: HOOK_SECRET}
                        """).spec();

        assertThat(spec.environments().values().iterator().next().notifications())
                .extracting(AppSpec.Notification::slack, AppSpec.Notification::email, AppSpec.Notification::events)
                .containsExactly(
                        tuple(Optional.of("SLACK_WEBHOOK"), List.of(), List.of()),
                        tuple(
                                Optional.empty(),
                                List.of("ops@example.com"),
                                List.of(AppSpec.Notification.Event.ROLLED_BACK, AppSpec.Notification.Event.DRIFT)),
                        tuple(Optional.empty(), List.of(), List.of()));
        assertThat(findings("""
                        app: shop
                        services: {web: {image: "x:1"}}
                        environments:
                          production:
                            target: container
                            notifications:
                              - {slack: "https://hooks.slack.com/services/T0/B0/x"}
                              - {email: ops, events: [done]}
                              - {webhook: "ftp://example.com", slack: SLACK}
                              - {email: ops@example.com, secret: KEY}
                        """))
                .anySatisfy(finding -> assertThat(finding)
                        .contains("app.yaml:7:")
                        .contains("not a name for a variable of the engine; values never belong here"))
                .anySatisfy(finding -> assertThat(finding).contains("\"ops\" is not an address such as"))
                .anySatisfy(finding ->
                        assertThat(finding).contains("\"done\" is not one of started, awaiting, live, failed"))
                .anySatisfy(finding -> assertThat(finding).contains("it needs one of slack, email and webhook"))
                .anySatisfy(finding -> assertThat(finding).contains("only a webhook is signed"));
    }

    @Test
    void readsHowACanaryIsJudged() {
        AppSpec.Analysis analysis =
                AppSpecReader.read("app.yaml", """
                        app: shop
                        services: {web: {image: "x:1"}}
                        rollout:
                          strategy: canary
                          steps: [10, 50]
                          analysis:
                            errors: 0.5%
                            slower: 15%
                            tail: 150 %
                            undecided: hold
                            prometheus: http://prometheus:9090
                            metrics:
                              - {name: orders, query: 'sum(rate(orders_total{slot="$slot"}[$interval]))', worse: lower, allowed: 5%}
                        """).spec().rollout().analysis().orElseThrow();

        assertThat(analysis)
                .isEqualTo(new AppSpec.Analysis(
                        0.005,
                        0.15,
                        1.5,
                        AppSpec.Analysis.Undecided.HOLD,
                        Optional.of("http://prometheus:9090"),
                        Duration.ofSeconds(15),
                        List.of(new AppSpec.AnalysisMetric(
                                "orders",
                                Optional.of("sum(rate(orders_total{slot=\"$slot\"}[$interval]))"),
                                Optional.empty(),
                                Optional.empty(),
                                "lower",
                                0.05))));
    }

    @Test
    void refusesAnAnalysisThatCannotBeDone() {
        assertThat(findings("""
                        app: shop
                        services: {web: {image: "x:1"}}
                        rollout:
                          analysis: {errors: 0.005, interval: 1500ms, prometheus: "prometheus:9090", metrics: [{name: a, errors: b}]}
                        """))
                .anySatisfy(finding -> assertThat(finding).contains("\"0.005\" is not a share such as 0.5%"))
                .anySatisfy(finding -> assertThat(finding).contains("\"1500ms\" is not a whole number of seconds"))
                .anySatisfy(finding -> assertThat(finding)
                        .contains("\"prometheus:9090\" is not an address such as http://prometheus:9090"))
                .anySatisfy(finding -> assertThat(finding).contains("a needs either \"query\", or"));
    }

    @Test
    void readsWhereTheSqlOfMigrationsLies() {
        AppSpec.Migrations migrations =
                AppSpecReader.read("app.yaml", """
                        app: shop
                        services: {web: {image: "x:1"}}
                        migrations:
                          expand: {service: web, command: [./migrate], sql: db/migration}
                          contract: {service: web, command: [./migrate], sql: [db/contract, db/more/V1__x.sql]}
                        """).spec().migrations();

        assertThat(migrations.expand().orElseThrow().sql()).containsExactly("db/migration");
        assertThat(migrations.contract().orElseThrow().sql()).containsExactly("db/contract", "db/more/V1__x.sql");
    }

    @Test
    void refusesSqlThatLiesNowhereBelow() {
        assertThat(findings("""
                        app: shop
                        services: {web: {image: "x:1"}}
                        migrations:
                          expand: {service: web, command: [./migrate], sql: [../db, /etc]}
                          contract: {service: web, command: [./migrate], sql: {folder: db}}
                        """))
                .containsExactly(
                        "app.yaml:4:54: migrations.expand.sql[0]: \"../db\" is not a folder or file such as db/migration",
                        "app.yaml:4:61: migrations.expand.sql[1]: \"/etc\" is not a folder or file such as db/migration",
                        "app.yaml:5:55: migrations.contract.sql: must be a path or a list of paths");
    }

    @Test
    void readsHostsWithAndWithoutTheirKeys() {
        String key = "SHA256:" + "x".repeat(43);
        AppSpec spec = AppSpecReader.read("app.yaml", """
                        app: shop
                        services: {web: {image: "x:1"}}
                        environments:
                          vm: {target: ssh, hosts: ["deploy@vm1.example.com", {address: "root@[2001:db8::7]:2222", key: "%s"}]}
                        """.formatted(key)).spec();

        List<SshHost> hosts =
                Objects.requireNonNull(spec.environments().get("vm")).hosts();
        assertThat(hosts)
                .extracting(SshHost::toString, SshHost::destination, SshHost::key)
                .containsExactly(
                        tuple("deploy@vm1.example.com", "deploy@vm1.example.com", Optional.empty()),
                        tuple("root@[2001:db8::7]:2222", "root@2001:db8::7", Optional.of(key)));
        assertThat(hosts)
                .allSatisfy(host -> assertThat(SshHost.ofText(host.text())).isEqualTo(host));
    }

    @Test
    void refusesHostsThatAreNone() {
        assertThat(findings("""
                        app: shop
                        services: {web: {image: "x:1"}}
                        environments:
                          a: {target: ssh, hosts: ["-oProxyCommand=x"]}
                          b: {target: ssh, hosts: [{address: vm1, key: "MD5:1:2"}, {key: "x"}]}
                          c: {target: ssh, hosts: [vm1, vm2, vm1]}
                        """))
                .anySatisfy(finding -> assertThat(finding)
                        .contains(
                                "hosts[0]", "\"-oProxyCommand=x\" is not an address such as deploy@vm1.example.com:22"))
                .anySatisfy(finding -> assertThat(finding).contains("\"MD5:1:2\" is not a fingerprint"))
                .anySatisfy(finding -> assertThat(finding).contains("\"vm1\" is there twice"))
                .anySatisfy(finding -> assertThat(finding).contains("hosts[1].address is missing"));
    }

    @Test
    void readsWhatEnvironmentsOfPullRequestsAreLike() {
        AppSpec spec = AppSpecReader.read("app.yaml", """
                        app: shop
                        services: {web: {image: "x:1", port: 8080}}
                        environments: {staging: {target: container, publish: 8000}}
                        previews:
                          environment: staging
                          host: pr-{number}.example.com
                          ports: 24000-24019
                          ttl: 2d
                          limit: 4
                          env: {BASE_URL: "https://{host}"}
                        """).spec();

        assertThat(spec.previews())
                .contains(new AppSpec.Previews(
                        "staging",
                        Optional.of("pr-{number}.example.com"),
                        new AppSpec.PortRange(24_000, 24_019),
                        Duration.ofDays(2),
                        4,
                        java.util.Map.of("BASE_URL", "https://{host}")));
    }

    @Test
    void refusesPreviewsThatCannotBe() {
        assertThat(findings("""
                        app: shop
                        services: {web: {image: "x:1", port: 8080}, api: {image: "x:1", port: 8081}}
                        environments: {production: {target: ecs}}
                        previews: {environment: production, host: previews.example.com, ports: 24000-24004, ttl: 0s, limit: 3}
                        """))
                .anySatisfy(finding ->
                        assertThat(finding).contains("\"previews.example.com\" has no {number} in it, such as pr-"))
                .anySatisfy(finding -> assertThat(finding)
                        .contains("\"production\" is of target ecs, and previews run on process, container and ssh"))
                .anySatisfy(finding -> assertThat(finding).contains("previews would go away at once; say 3d or 12h"))
                .anySatisfy(finding -> assertThat(finding)
                        .contains("24000-24004 are 5 ports, and 3 previews with 2 listening services need 6"));
        assertThat(findings("""
                        app: shop
                        services: {web: {image: "x:1", port: 8080}}
                        environments: {vm: {target: ssh, hosts: [vm.example.com], tls: {acme: ops@example.com}}}
                        previews: {environment: vm}
                        """))
                .anySatisfy(finding -> assertThat(finding).contains("\"vm\" ends TLS, which takes names"));
    }

    @Test
    void anEmptyFileLacksTheNameAndTheServices() {
        assertThat(findings("")).containsExactly("app.yaml:1:1: app is missing", "app.yaml:1:1: services is missing");
    }

    @Test
    void everyFieldOfTheSchemaIsReadAndNoOther() {
        JsonNode schema = new JsonMapper().readTree(AppSchema.text());
        JsonNode service = schema.get("properties")
                .get("services")
                .get("additionalProperties")
                .get("properties");
        Set<String> known = new TreeSet<>(List.of(
                "image",
                "build",
                "command",
                "port",
                "health",
                "replicas",
                "cpu",
                "memory",
                "websocket",
                "drain",
                "env",
                "secrets",
                "routes",
                "autoscale"));

        assertThat(new TreeSet<>(service.propertyNames())).isEqualTo(known);
        assertThat(findings("app: a\nservices: {w: {image: 'x:1', nothing: 1}}\n"))
                .singleElement()
                .satisfies(finding -> assertThat(finding).endsWith("known are " + String.join(", ", known)));
    }

    private static List<String> findings(String text) {
        return AppSpecReader.read("app.yaml", text).findings().stream()
                .map(Finding::toString)
                .toList();
    }
}
