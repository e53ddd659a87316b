package com.crewyard.deployment.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.crewyard.deployment.DeploymentApplication;
import com.crewyard.deployment.access.People.TeamGrant;
import com.crewyard.deployment.api.RemoteOperations;
import com.crewyard.deployment.api.RemoteOrganizations;
import com.crewyard.deployment.api.RemotePipelines;
import com.crewyard.deployment.api.RemotePreviews;
import com.crewyard.deployment.api.RemoteTokens;
import com.crewyard.deployment.approvals.Protections;
import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.catalog.Audit;
import com.crewyard.deployment.catalog.Environments;
import com.crewyard.deployment.engine.AuditQuery;
import com.crewyard.deployment.engine.DeployRequest;
import com.crewyard.deployment.engine.EnvironmentStatus;
import com.crewyard.deployment.engine.Operations;
import com.crewyard.deployment.engine.PreviewOperations;
import com.crewyard.deployment.engine.PreviewOrder;
import com.crewyard.deployment.pipelines.PipelineFile;
import com.crewyard.deployment.pipelines.RunLine;
import com.crewyard.deployment.targets.EnvironmentRef;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two organizations on one console: who says who may do what, and what becomes of what moves between them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrganizationsTest {

    private static final int DONE = 303;
    private static final int NOT_TAKEN = 422;

    private ConfigurableApplicationContext console;
    private JdbcClient jdbc;
    private Path folder;
    private RemoteOrganizations organizations;

    @BeforeAll
    void start(@TempDir Path directory) {
        folder = directory;
        console = DeploymentApplication.application()
                .run("--server.port=0", "--engine.state=" + directory.resolve("state"));
        jdbc = console.getBean(JdbcClient.class);
    }

    @AfterAll
    void stop() {
        console.close();
    }

    @BeforeEach
    void twoOrganizations() throws Exception {
        for (String table :
                List.of("access_token", "team_grant", "person", "protection", "belonging", "organization", "audit")) {
            jdbc.sql("delete from deploy." + table).update();
        }
        organizations = new RemoteOrganizations(
                Member.of(console, "root", Role.ADMIN, "*").server());
        organizations.create("acme", "");
        organizations.create("globex", "");
        organizations.assign("acme", "shop", "");
        organizations.assign("acme", "pipeline:release", "");
        organizations.assign("globex", "till", "");
        Environments environments = new Environments(jdbc);
        environments.ensure(new EnvironmentRef("shop", "production"), "process");
        environments.ensure(new EnvironmentRef("till", "production"), "process");
    }

    @Test
    void ownApplicationsAndPipelinesAndAreKnownByTheirNames() {
        assertThat(organizations.organizations())
                .containsExactly(
                        new Organization("acme", List.of("pipeline:release", "shop")),
                        new Organization("globex", List.of("till")));
        assertThatThrownBy(() -> organizations.create("acme", ""))
                .hasMessage("The organization acme is there already.");
        assertThatThrownBy(() -> organizations.create("Acme", "")).hasMessageContaining("lower-case letters");
        assertThatThrownBy(() -> organizations.assign("acme", "shop/production", ""))
                .hasMessageContaining("name an application such as shop");
        assertThatThrownBy(() -> organizations.assign("initech", "shop", ""))
                .hasMessageStartingWith("There is no organization initech;");
        assertThatThrownBy(() -> organizations.unassign("acme", "till", ""))
                .hasMessage("till does not belong to acme.");
        organizations.unassign("globex", "till", "");
        organizations.delete("globex", "");
        assertThat(audited("root"))
                .contains(
                        "organization-create acme",
                        "organization-assign shop to acme",
                        "organization-unassign till from globex",
                        "organization-delete globex");
    }

    @Test
    void areDeletedWhenTheyOwnNothingAndNothingNamesThem() throws Exception {
        People people = console.getBean(People.class);
        people.grant("tillers", Role.DEPLOYER, new Scope("@globex/till/*"), "tester");
        Member.of(console, "ci-till", Role.DEPLOYER, "@globex");
        Protections protections = console.getBean(Protections.class);
        protections.protect(new Scope("@globex/*/production"), "tester");

        assertThatThrownBy(() -> organizations.delete("globex", ""))
                .hasMessage(
                        "the role deployer of tillers, the token ci-till@globex, the protection of @globex/*/production names @globex still; take that back first.");
        people.withdraw(people.grants().getFirst().id(), "tester");
        console.getBean(Tokens.class).revoke("ci-till@globex", "tester");
        protections.release(new Scope("@globex/*/production"), "tester");
        assertThatThrownBy(() -> organizations.delete("globex", "")).hasMessageStartingWith("globex still owns till;");
    }

    @Test
    void areNoneThatNobodyMade() {
        Tokens tokens = console.getBean(Tokens.class);

        assertThatThrownBy(() -> tokens.create(new TokenOrder(
                        "ci", Role.VIEWER, List.of(new Scope("shop/*"), new Scope("@initech/*/*")), 1, "tester")))
                .hasMessage("There is no organization initech; ./crewyard organization list shows those there are.");
        assertThatThrownBy(
                        () -> console.getBean(People.class).grant("ops", Role.VIEWER, new Scope("@initech"), "tester"))
                .hasMessageStartingWith("There is no organization initech;");
        assertThatThrownBy(() -> console.getBean(Protections.class).protect(new Scope("@initech"), "tester"))
                .hasMessageStartingWith("There is no organization initech;");
        assertThat(tokens.tokens()).extracting(ApiToken::name).containsExactly("root");
    }

    @Test
    void letTheirAdministratorsMakeAndRevokeTokensWithinThem() throws Exception {
        Member.of(console, "ci-till", Role.DEPLOYER, "@globex");
        Member.of(console, "ci-both", Role.DEPLOYER, "@acme", "@globex");
        RemoteTokens ada =
                new RemoteTokens(Member.of(console, "ada", Role.ADMIN, "@acme").server());

        ada.create(order("ci-shop", "@acme/shop/staging", "@acme/pipeline:release"));

        assertThat(ada.tokens()).extracting(ApiToken::name).containsExactly("ci-shop@acme", "ada@acme");
        assertThat(ada.tokens().getFirst().createdBy()).isEqualTo("ada@acme");
        for (String scope : List.of("*", "@globex", "@initech", "shop/production", "till/*", "pipeline:release")) {
            assertThatThrownBy(() -> ada.create(order("more", "@acme", scope)))
                    .as(scope)
                    .hasMessageStartingWith("ada@acme may not give roles on %s; ".formatted(scope));
        }
        for (String hidden : List.of("ci-till@globex", "ci-both@acme+globex", "root", "nothing")) {
            assertThatThrownBy(() -> ada.revoke(hidden, ""))
                    .hasMessageStartingWith("There is no token \"%s\" in use;".formatted(hidden));
        }
        ada.revoke("ci-shop@acme", "");
        assertThat(audited("ada@acme"))
                .contains(
                        "token-create ci-shop@acme: deployer on @acme/shop/staging, @acme/pipeline:release for 1 days",
                        "token-revoke ci-shop@acme",
                        "denied administer @globex");
    }

    @Test
    void haveNamesOfTokensToThemselves() throws Exception {
        RemoteTokens ada =
                new RemoteTokens(Member.of(console, "ada", Role.ADMIN, "@acme").server());
        RemoteTokens gus = new RemoteTokens(
                Member.of(console, "gus", Role.ADMIN, "@globex").server());

        assertThat(ada.create(order("ci", "@acme/shop/*")).token().name()).isEqualTo("ci@acme");
        assertThat(gus.create(order("ci", "@globex")).token().name()).isEqualTo("ci@globex");
        assertThat(gus.create(order("ci@acme", "@globex")).token().name()).isEqualTo("ci@acme@globex");
        assertThat(ada.create(order("root", "@acme")).token().name()).isEqualTo("root@acme");
        for (String own : List.of("CI", "ci@acme")) {
            assertThatThrownBy(() -> ada.create(order(own, "@acme"))).hasMessageContaining("is taken");
        }
    }

    @Test
    void showTheirAuditToWhoMaySeeAllOfThem() throws Exception {
        Audit audit = console.getBean(Audit.class);
        Environments environments = new Environments(jdbc);
        for (String application : List.of("shop", "till")) {
            audit.write(
                    environments.require(new EnvironmentRef(application, "production")),
                    "root",
                    "pause",
                    "rollout of " + application);
        }
        Member ada = Member.of(console, "ada", Role.VIEWER, "@acme");
        Member gus = Member.of(console, "gus", Role.ADMIN, "@globex");
        Member partly = Member.of(console, "partly", Role.ADMIN, "@acme/shop/*");
        gus.get("/environments/shop/production");
        partly.get("/environments/shop/production/secrets");
        partly.get("/environments/till/production");

        assertThat(told(ada))
                .containsExactly(
                        "sign-in ",
                        "token-create partly@acme: admin on @acme/shop/* for 1 days",
                        "sign-in ",
                        "token-create ada@acme: viewer on @acme for 1 days",
                        "pause rollout of shop",
                        "organization-assign pipeline:release to acme",
                        "organization-assign shop to acme",
                        "organization-create acme");
        for (String path : List.of("/audit", "/audit.csv", "/audit.jsonl", "/api/v1/deployment/audit/csv")) {
            assertThat(ada.get(path).body())
                    .as(path)
                    .contains("rollout of shop", "ada@acme")
                    .doesNotContain("till", "globex", "gus");
            assertThat(partly.get(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(told(Member.of(console, "all", Role.VIEWER, "*")))
                .contains("pause rollout of shop", "pause rollout of till", "denied view shop/production");

        organizations.assign("globex", "shop", "");
        assertThat(told(ada)).doesNotContain("pause rollout of shop");
        assertThat(told(gus))
                .contains("pause rollout of shop", "denied view shop/production")
                .noneMatch(line -> line.contains("acme"));
    }

    @Test
    void doNotHearOfAnEarlierOneOfTheirName() throws Exception {
        organizations.create("initech", "");
        organizations.delete("initech", "");
        organizations.create("initech", "");

        assertThat(told(Member.of(console, "ida", Role.ADMIN, "@initech")))
                .containsExactly(
                        "sign-in ",
                        "token-create ida@initech: admin on @initech for 1 days",
                        "organization-create initech");
    }

    @Test
    void areToldOfEarlierLinesAsFarAsTheirWordsSay() throws Exception {
        People people = console.getBean(People.class);
        people.grant("tillers", Role.DEPLOYER, new Scope("@globex/till/*"), "tester");
        people.withdraw(people.grants().getFirst().id(), "tester");
        Protections protections = console.getBean(Protections.class);
        protections.protect(new Scope("@acme/*/production"), "tester");
        protections.release(new Scope("@acme/*/production"), "tester");
        organizations.assign("globex", "shop", "");
        organizations.unassign("globex", "shop", "");
        Member.of(console, "ci", Role.DEPLOYER, "@acme/shop/staging", "@globex");
        console.getBean(Tokens.class).revoke("ci@acme+globex", "tester");
        Audit audit = console.getBean(Audit.class);
        audit.write(List.of("shop/production"), "tester", "ask", "plan 0a1b for shop/production");
        audit.write(List.of("shop/production"), "tester", "approve", "plan 0a1b of a b for shop/production");
        audit.write(List.of("shop/production"), "tester", "secret", "shop/production: KEY from vault:a/b#c");
        audit.write(List.of("pipeline:a", "pipeline:b"), "tester", "pipelines", "/srv/a: b/p.yaml: a, b");
        audit.write(List.of("pipeline:a"), "tester", "pipeline-run", "a, run 12");
        List<String> told = subjects();

        jdbc.sql("update deploy.audit set subjects = '{}'").update();
        jdbc.sql(backfill()).update();

        assertThat(subjects()).isEqualTo(told).hasSizeGreaterThan(15).noneMatch(line -> line.endsWith("{}"));
    }

    @Test
    void areShownTheirOwnHoweverManyOthersThereAreInALimit() throws Exception {
        organizations.assign("globex", "pipeline:nightly", "");
        RemotePipelines root = pipelines(Member.of(console, "publisher", Role.ADMIN, "*"));
        root.publish(PipelineFile.of(folder.resolve("pipeline.yaml"), folder, """
                pipelines:
                  release: {stages: {say: {type: build, script: "echo"}}}
                  nightly: {stages: {say: {type: build, script: "echo"}}}
                """), "");
        run("release", 3);
        run("nightly", 50);
        there("shop", 1, 1);
        there("till", 100, 200);
        Member ada = Member.of(console, "ada", Role.ADMIN, "@acme");
        Member gus = Member.of(console, "gus", Role.ADMIN, "@globex");

        assertThat(pipelines(ada).runs(Optional.empty(), 2))
                .extracting(RunLine::pipeline, RunLine::number)
                .containsExactly(tuple("release", 3), tuple("release", 2));
        assertThat(pipelines(gus).runs(Optional.empty(), 50)).hasSize(50);
        assertThat(root.runs(Optional.empty(), 51))
                .extracting(RunLine::pipeline)
                .endsWith("nightly", "release");
        assertThat(ada.get("/api/v1/deployment/approvals").body()).contains("A plan of shop");
        assertThat(gus.get("/api/v1/deployment/approvals").body().split("A plan of till"))
                .hasSize(101);
        assertThat(ada.get("/notifications").body()).contains("told of shop").doesNotContain("told of till");
        assertThat(ada.get("/approvals").body()).contains("of shop").doesNotContain("of till");
    }

    @Test
    void areSeenInListsWhereverTheirScopesCoverThem() {
        Organizations all = console.getBean(Organizations.class);
        List<String> subjects = List.of(
                "shop/production",
                "shop/pr-1",
                "shop/v1.2",
                "shop/v1x2",
                "shopping/production",
                "till/production",
                "kiosk/production",
                "pipeline:release",
                "pipeline:nightly",
                "@acme",
                "@globex",
                "@acme-labs",
                "*");
        for (String pattern : List.of(
                "*",
                "*/*",
                "shop/*",
                "shop/pr-*",
                "shop/v1.2",
                "*/production",
                "pipeline:*",
                "pipeline:release",
                "@acme",
                "@acme/*/production",
                "@acme/shop/v1.2",
                "@acme/till/*",
                "@acme/pipeline:*",
                "@globex")) {
            Scope scope = new Scope(pattern);
            Owners owners = all.owners(List.of(scope));
            for (String subject : subjects) {
                assertThat(jdbc.sql("select " + Sight.condition(":subject"))
                                .param("subject", subject)
                                .params(new Sight(List.of(scope)).parameters())
                                .query(Boolean.class)
                                .single())
                        .as("%s covers %s", pattern, subject)
                        .isEqualTo(scope.covers(subject, owners));
            }
        }
    }

    @Test
    void letTheirAdministratorsGiveAndWithdrawRolesOfTeamsWithinThem() throws Exception {
        People people = console.getBean(People.class);
        people.grant("tillers", Role.ADMIN, new Scope("@globex"), "tester");
        long hidden = people.grants().getFirst().id();
        Member ada = Member.of(console, "ada", Role.ADMIN, "@acme");

        assertThat(grant(ada, "shoppers", "deployer", "@acme/shop/*")).isEqualTo(DONE);
        assertThat(ada.get("/access").body()).contains("shoppers", "@acme").doesNotContain("tillers", "globex", "till");
        assertThat(grant(ada, "shoppers", "admin", "@globex")).isEqualTo(NOT_TAKEN);
        assertThat(grant(ada, "shoppers", "admin", "*")).isEqualTo(NOT_TAKEN);
        assertThat(ada.post("/access/grants/%d/withdrawal".formatted(hidden), Map.of())
                        .body())
                .contains("That role was taken back already.");
        assertThat(people.grants())
                .extracting(TeamGrant::team, TeamGrant::scope)
                .containsExactly(tuple("shoppers", "@acme/shop/*"), tuple("tillers", "@globex"));
        long own = people.grants().getFirst().id();
        assertThat(ada.post("/access/grants/%d/withdrawal".formatted(own), Map.of())
                        .statusCode())
                .isEqualTo(DONE);
        assertThat(people.grants()).extracting(TeamGrant::team).containsExactly("tillers");
        Caller shopper = people.signedIn("https://id.example.com", "1", "sam", List.of("tillers"));
        assertThat(shopper.may(Permission.ADMINISTER, "till/production")).isTrue();
        assertThat(shopper.may(Permission.VIEW, "shop/production")).isFalse();
    }

    @Test
    void moveWithTheNextRequest() throws Exception {
        Operations ada = operations(Member.of(console, "ada", Role.VIEWER, "@acme"));
        Operations gus = operations(Member.of(console, "gus", Role.VIEWER, "@globex/*/production"));
        assertThat(seen(ada)).containsExactly("shop");
        assertThat(seen(gus)).containsExactly("till");

        organizations.assign("globex", "shop", "");

        assertThat(seen(ada)).isEmpty();
        assertThat(seen(gus)).containsExactly("shop", "till");
        assertThatThrownBy(() -> ada.status(new EnvironmentRef("shop", "production")))
                .hasMessageStartingWith("ada@acme may not view shop/production;");
        assertThat(audited("root")).contains("organization-assign shop from acme to globex");
        organizations.unassign("globex", "shop", "");
        assertThat(seen(gus)).containsExactly("till");
    }

    @Test
    void deployANewApplicationOnceItIsTheirs() throws Exception {
        Operations ada = operations(Member.of(console, "ada", Role.DEPLOYER, "@acme"));

        assertThatThrownBy(() -> ada.plan(request("kiosk")))
                .hasMessage(
                        "ada@acme may not deploy kiosk/local; it takes the role deployer there, which an administrator can give. A new application of acme is put there first: ./crewyard organization assign acme kiosk.");
        assertThatThrownBy(() -> ada.plan(request("till")))
                .as("of another organization")
                .hasMessageEndingWith("put there first: ./crewyard organization assign acme till.");
        organizations.assign("acme", "kiosk", "");

        assertThat(ada.plan(request("kiosk")).hash()).isNotEmpty();
    }

    @Test
    void makePreviewsWhereTheyMayDeployThemAndWhatTheyAreMadeAfter() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            AppFile app = AppFile.read(
                    Files.writeString(folder.resolve("previewed.yaml"), """
                    app: shop
                    services:
                      web: {build: {}, command: ["sleep 60"], port: 8080}
                    environments:
                      local: {target: process, publish: 18080}
                    previews: {environment: local, ports: %1$d-%1$d, limit: 1}
                    """.formatted(taken.getLocalPort())));
            PreviewOrder order = new PreviewOrder(app, 7, Map.of(), "", "", "", Map.of());
            PreviewOperations ada = previews(Member.of(console, "ada", Role.DEPLOYER, "@acme"));
            PreviewOperations gus = previews(Member.of(console, "gus", Role.DEPLOYER, "@globex"));
            PreviewOperations partly = previews(Member.of(console, "partly", Role.DEPLOYER, "@acme/shop/pr-*"));

            assertThatThrownBy(() -> ada.create(order)).hasMessageStartingWith("No port of previews.ports");
            assertThatThrownBy(() -> gus.create(order)).hasMessageStartingWith("gus@globex may not deploy shop/local;");
            assertThatThrownBy(() -> partly.create(order))
                    .as("with the secrets of what they may not deploy")
                    .hasMessageStartingWith("partly@acme may not deploy shop/local;");
            console.getBean(Protections.class).protect(new Scope("@acme/*/local"), "tester");
            assertThatThrownBy(() -> ada.create(order))
                    .as("with the secrets of what takes an approval")
                    .hasMessageStartingWith("ada@acme may not deploy everything;");
        }
    }

    @Test
    void areProtectedAsAWhole() {
        Protections protections = console.getBean(Protections.class);
        protections.protect(new Scope("@acme/*/production"), "tester");

        assertThat(protections.cover(new EnvironmentRef("shop", "production"))).isTrue();
        assertThat(protections.cover(new EnvironmentRef("shop", "staging"))).isFalse();
        assertThat(protections.cover(new EnvironmentRef("till", "production"))).isFalse();
    }

    @Test
    void haveTheirEnvironmentsProtectedByTheirOwnAdministrators() throws Exception {
        console.getBean(Protections.class).protect(new Scope("@globex/till/production"), "tester");
        Member ada = Member.of(console, "guardian", Role.ADMIN, "@acme");

        assertThat(ada.post("/approvals/protections", Map.of("scope", "@acme/*/production"))
                        .statusCode())
                .isEqualTo(DONE);
        assertThat(console.getBean(Protections.class).cover(new EnvironmentRef("shop", "production")))
                .isTrue();
        assertThat(ada.get("/approvals").body()).contains("@acme/*/production").doesNotContain("globex");
        for (String foreign : List.of("*/production", "shop/production", "@globex/till/production")) {
            assertThat(ada.post("/approvals/protections", Map.of("scope", foreign))
                            .statusCode())
                    .as(foreign)
                    .isEqualTo(NOT_TAKEN);
            assertThat(ada.post("/approvals/protections/release", Map.of("scope", foreign))
                            .statusCode())
                    .as(foreign)
                    .isEqualTo(NOT_TAKEN);
        }
        assertThat(ada.post("/approvals/protections/release", Map.of("scope", "@acme/*/production"))
                        .statusCode())
                .isEqualTo(DONE);
        assertThat(console.getBean(Protections.class).all()).containsExactly(new Scope("@globex/till/production"));
    }

    @Test
    void areMadeOnThePageOfAccessByAdministratorsOfEverything() throws Exception {
        Member root = Member.of(console, "boss", Role.ADMIN, "*");

        assertThat(root.post("/access/organizations", Map.of("organization", "initech"))
                        .statusCode())
                .isEqualTo(DONE);
        assertThat(root.post("/access/organizations/belongings", Map.of("owner", "initech", "what", "tps"))
                        .statusCode())
                .isEqualTo(DONE);
        assertThat(root.get("/access").body()).contains("@initech", "Take tps out of initech");
        assertThat(root.post("/access/organizations/initech/deletion", Map.of()).body())
                .contains("initech still owns tps;");
        root.post("/access/organizations/initech/belongings/removal", Map.of("what", "tps"));
        assertThat(root.post("/access/organizations/initech/deletion", Map.of()).statusCode())
                .isEqualTo(DONE);
        assertThat(organizations.organizations()).extracting(Organization::name).containsExactly("acme", "globex");
    }

    private static int grant(Member member, String team, String role, String scope) throws Exception {
        return member.post("/access/grants", Map.of("team", team, "team_role", role, "team_scope", scope))
                .statusCode();
    }

    private static TokenOrder order(String name, String... scopes) {
        return new TokenOrder(
                name, Role.DEPLOYER, List.of(scopes).stream().map(Scope::new).toList(), 1, "");
    }

    private PreviewOperations previews(Member member) {
        return new RemotePreviews(member.server(), Optional.of(folder.toString()));
    }

    private static RemotePipelines pipelines(Member member) {
        return new RemotePipelines(member.server(), Optional.empty());
    }

    private void run(String pipeline, int times) {
        jdbc.sql("""
                insert into deploy.pipeline_run (pipeline, version, number, state, parameters, facts, actor, ended_at)
                select p.id, p.version, n, 'PASSED', '{}', '{}', 'tester', now()
                from deploy.pipeline p, generate_series(1, ?) n where p.name = ? order by n""").params(times, pipeline).update();
    }

    /** Has plans of an application wait for approval, and messages about it sent. */
    private void there(String application, int plans, int messages) {
        jdbc.sql("""
                insert into deploy.approval (application, environment, plan_hash, plan, requested_by)
                select :application, 'production', 'plan' || n, 'A plan of ' || :application, 'tester'
                from generate_series(1, :plans) n""").param("application", application).param("plans", plans).update();
        jdbc.sql("""
                insert into deploy.notification (environment, event, channel, address, text, document, state)
                select e.id, 'LIVE', 'EMAIL', 'ops@example.invalid', 'told of ' || :application, '{}', 'SENT'
                from deploy.environment e, generate_series(1, :messages) n where e.application = :application""")
                .param("application", application)
                .param("messages", messages)
                .update();
    }

    private static List<String> told(Member member) {
        return operations(member)
                .audit(new AuditQuery(Optional.empty(), Optional.empty(), Optional.empty(), 100))
                .stream()
                .map(line -> line.action() + " " + line.details())
                .toList();
    }

    private List<String> subjects() {
        return jdbc.sql("""
                select action || ' ' || details || ' ' ||
                       (select coalesce(array_agg(distinct subject), '{}') from unnest(subjects) subject)::text
                from deploy.audit where environment is null and action not in ('sign-in', 'denied') order by id""").query((row, _) -> row.getString(1)).list();
    }

    /** What the migration says of lines that were written before it. */
    private static String backfill() throws Exception {
        try (InputStream migration =
                OrganizationsTest.class.getResourceAsStream("/db/deployment/V017__audit_subjects.sql")) {
            String text = new String(Objects.requireNonNull(migration).readAllBytes(), StandardCharsets.UTF_8);
            return text.substring(text.indexOf("update deploy.audit"));
        }
    }

    private static Operations operations(Member member) {
        return new RemoteOperations(member.server(), Optional.empty());
    }

    private static List<String> seen(Operations operations) {
        return operations.statuses().stream()
                .map(EnvironmentStatus::application)
                .toList();
    }

    private DeployRequest request(String app) throws Exception {
        Path file = Files.writeString(folder.resolve(app + ".yaml"), """
                app: %s
                services:
                  web: {build: {}, command: ["sleep 60"], port: 8080}
                environments:
                  local: {target: process, publish: 18080}
                """.formatted(app));
        return new DeployRequest(
                AppFile.read(file), "local", Map.of(), Optional.empty(), "", "a test", Map.of(), false);
    }

    private List<String> audited(String actor) {
        return jdbc.sql("select action || ' ' || details from deploy.audit where actor = ? order by id")
                .param(actor)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
