package com.crewyard.hosting.research;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.Seeds;
import com.crewyard.hosting.research.ResearchReader.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResearchReaderTest {

    private static final String HEAD = "---\ntopic: t\nmodel: m\nstage: research\nversion: 1\n---\n\n";

    @ParameterizedTest
    @ValueSource(strings = {Seeds.EMPLOYMENT, Seeds.DEPLOYMENT})
    void readsASeedWithoutAnyFinding(String seed) {
        Reading reading = Seeds.reading(seed);

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.document().frontMatter().model()).isEqualTo("o3");
        assertThat(reading.document().categories())
                .extracting(Category::name)
                .containsExactly(
                        "Managed VPS / IaaS",
                        "Container PaaS",
                        "Serverless FaaS",
                        "Managed Kubernetes",
                        "Serverless Containers",
                        "Edge Compute");
        assertThat(reading.document().matrix().criteria()).hasSize(7);
        assertThat(reading.document().enhancements()).hasSize(5);
        assertThat(reading.document().environment())
                .extracting(EnvironmentVariable::name)
                .containsExactly("DATABASE_URL", "REDIS_URL");
    }

    @Test
    void keepsWhatACategoryOffers() {
        Category paas = Seeds.reading(Seeds.EMPLOYMENT).document().categories().get(1);

        assertThat(paas.offerings())
                .containsExactly("Fly.io", "Render", "Railway", "Google Cloud Run", "AWS App Runner");
        assertThat(paas.weaknesses())
                .containsExactly(
                        "Limited to request-driven workloads (Cloud Run)",
                        "vendor-specific limits (e.g., max 32 CPUs)");
    }

    @Test
    void gathersAPhaseFromListAndFlowchart() {
        List<Phase> phases = Seeds.reading(Seeds.EMPLOYMENT).document().phases();

        assertThat(phases).extracting(Phase::name).containsExactly("MVP", "Scale", "Global Optimisation");
        Phase scale = phases.get(1);
        assertThat(scale.window()).hasValueSatisfying(window -> {
            assertThat(window.fromDay()).isEqualTo(14);
            assertThat(window.toDay()).contains(28);
        });
        assertThat(scale.triggers()).extracting(Condition::toString).containsExactly("> 500 req/s");
        assertThat(scale.steps())
                .extracting(Statement::text)
                .containsExactly(
                        "Migrate stateless services to Fargate with Terraform modules",
                        "add SQS for event queue",
                        "retain Fly.io for preview-PRs");
        assertThat(scale.components()).containsExactly("AWS ECS Fargate Cluster", "RDS Postgres Multi-AZ");
        assertThat(phases.getFirst().targets()).extracting(Condition::toString).containsExactly("< 30 m");
        assertThat(phases.getLast().window())
                .hasValueSatisfying(window -> assertThat(window.toDay()).isEmpty());
    }

    @Test
    void keepsProsAndConsOfEveryVendorWithTheirLines() {
        List<VendorNotes> vendors = Seeds.reading(Seeds.EMPLOYMENT).document().vendors();

        assertThat(vendors)
                .extracting(VendorNotes::vendor)
                .containsExactly(
                        "Fly.io",
                        "AWS ECS Fargate",
                        "Cloud Run",
                        "Lambda / API Gateway (Python 3.12)",
                        "Cloudflare Workers (Edge)");
        assertThat(vendors).allSatisfy(vendor -> assertThat(vendor.pros()).isNotEmpty());
        assertThat(vendors.get(2).cons()).containsExactly(new Statement("32-GiB / 4 CPU cap (as of 2025-07)", 119));
    }

    @Test
    void understandsLimitsWithTheirUnitsAndDates() {
        assertThat(Seeds.reading(Seeds.EMPLOYMENT).document().limits())
                .filteredOn(limit -> limit.subject().equals("Cloud Run"))
                .singleElement()
                .satisfies(limit -> {
                    assertThat(limit.quantities())
                            .extracting(Quantity::kind, Quantity::amount)
                            .containsExactly(
                                    org.assertj.core.groups.Tuple.tuple(Quantity.Kind.MEMORY, 32 * 1024.0),
                                    org.assertj.core.groups.Tuple.tuple(Quantity.Kind.CPU, 4.0));
                    assertThat(limit.asOf()).contains(LocalDate.of(2025, 7, 1));
                });
    }

    @Test
    void drawsTheFlowchartsArrows() {
        Flowchart chart =
                Seeds.reading(Seeds.EMPLOYMENT).document().flowcharts().getFirst();

        assertThat(chart.edges()).hasSize(7);
        assertThat(chart.nodes().values()).extracting(Flowchart.Node::text).contains("> 500 req/s?");
        assertThat(chart.edges().getFirst()).isEqualTo(new Flowchart.Edge("A", "B", "CI/CD Github Actions", 52));
    }

    @Test
    void readsAMatrixThatLiesOnItsSideWithItsLabelsLast() {
        DecisionMatrix matrix = read("""
                        ## How they compare
                        | Launch speed | Reliability | Running cost under load | Option |
                        |---|---|---|---|
                        | 4/5 | **3** | ★★★★★ | VPS |
                        | 5 (very) | 4 | 3-4 | PaaS |
                        | 2 | 5 | 2 | K8s |
                        """).document().matrix();

        assertThat(matrix.criteria()).containsExactly("Launch speed", "Reliability", "Running cost under load");
        assertThat(matrix.categories()).containsExactly("VPS", "PaaS", "K8s");
        assertThat(matrix.score("Running cost under load", "PaaS")).contains(new Score(3, 4, 12));
        assertThat(matrix.score("Running cost under load", "VPS"))
                .map(Score::value)
                .contains(5.0);
    }

    @Test
    void leavesWeightsAndTotalsOutOfTheScoresAndChecksTheSums() {
        Reading reading = read("""
                ## Decision matrix
                | Criterion | Weight | VPS | FaaS |
                |---|---|---|---|
                | Setup | 2 | 4 | 5 |
                | Robustness | 1 | 3 | 4 |
                | Total | | 7 | 10 |
                """);

        assertThat(reading.document().matrix().weights())
                .containsEntry("Setup", 2.0)
                .containsEntry("Robustness", 1.0);
        assertThat(reading.document().matrix().categories()).containsExactly("VPS", "FaaS");
        assertThat(reading.document().matrix().criteria()).containsExactly("Setup", "Robustness");
        assertThat(reading.findings())
                .extracting(Finding::toString)
                .containsExactly("x.md:13: warning: the sum of \"FaaS\" is 9, not 10");
    }

    @Test
    void reportsWhatIsWrongWithItsLineAndReadsTheRest() {
        Reading reading = ResearchReader.read("x.md", """
                ---
                topic: t
                modell: m
                version: two
                ---

                ## Decision Matrix
                | Criterion | VPS | FaaS | Edge |
                |---|---|---|---|
                | Setup | 4 | 6 | 3 |
                | Robustness | 3 | 4 |
                | Flexibility | good | 3 | 2 |
                """);

        assertThat(reading.findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "x.md:1: the front matter lacks \"model\"; \"unknown (x)\" stands in for it",
                        "x.md:3: warning: unknown front matter \"modell\"; did you mean \"model\"?",
                        "x.md:4: version \"two\" is not a whole number",
                        "x.md:10: score 6 of \"FaaS\" for \"Setup\" is outside 1 to 5; it does not count",
                        "x.md:11: malformed row: it has 3 cells and the header 4",
                        "x.md:11: warning: \"Edge\" has no score for \"Robustness\"",
                        "x.md:12: \"good\" is not a score of \"VPS\" for \"Flexibility\"; it must be a number from 1 to 5");
        assertThat(reading.document().matrix().score("Robustness", "FaaS"))
                .map(Score::value)
                .contains(4.0);
    }

    @Test
    void readsATableWhoseDelimiterRowIsWrong() {
        Reading reading = read("## Decision Matrix\n| Criterion | VPS | FaaS |\n|---|---|\n| Setup | 4 | 5 |\n");

        assertThat(reading.findings())
                .extracting(Finding::toString)
                .containsExactly("x.md:10: malformed table: the header has 3 columns and the line below it 2");
        assertThat(reading.document().matrix().score("Setup", "FaaS"))
                .map(Score::value)
                .contains(5.0);
    }

    @Test
    void saysWhenThereIsNoFrontMatter() {
        Reading reading = ResearchReader.read("notes/x.md", "# Title\n\nText\n");

        assertThat(reading.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.isError()).isTrue();
            assertThat(finding.line()).isEqualTo(1);
        });
        assertThat(reading.document().title()).isEqualTo("Title");
    }

    @Test
    void readsPhasesUnderHeadingsAndInTables() {
        assertThat(read("""
                        ### Phase 1: Start (Week 1)
                        - Deploy on Render
                        ### Phase II – Grow (Months 2-3)
                        - Move on when more than 2k concurrent users
                        - Add a queue
                        """).document().phases())
                .satisfiesExactly(start -> assertThat(start.name()).isEqualTo("Start"), grow -> {
                    assertThat(grow.triggers())
                            .extracting(Condition::toString)
                            .containsExactly("> 2000 concurrent users");
                    assertThat(grow.window().orElseThrow().toDay()).contains(90);
                });
        assertThat(read("""
                        ## Roadmap
                        | Phase | Weeks | Trigger | Work |
                        |---|---|---|---|
                        | MVP | 0-1 weeks | | Deploy |
                        | Scale | 2-4 weeks | p95 above 400 ms | Split; queue |
                        """).document().phases())
                .satisfiesExactly(
                        mvp -> assertThat(mvp.window().orElseThrow().toDay()).contains(7),
                        scale -> assertThat(scale.triggers())
                                .extracting(Condition::toString)
                                .containsExactly("> 400 ms"));
    }

    @Test
    void readsVendorsInOtherShapes() {
        assertThat(read("""
                        ## Vendors
                        | Vendor | Pros | Cons |
                        |---|---|---|
                        | Fly.io | fast, cheap | beta volumes |

                        ### Render
                        **Pros**
                        - simple
                        - previews

                        **Cons**
                        - cold starts

                        ### Railway
                        - Pros: nice, quick
                        - Cons: young
                        """).document().vendors())
                .extracting(
                        VendorNotes::vendor,
                        vendor -> vendor.pros().size(),
                        vendor -> vendor.cons().size())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("Fly.io", 2, 1),
                        org.assertj.core.groups.Tuple.tuple("Render", 2, 1),
                        org.assertj.core.groups.Tuple.tuple("Railway", 2, 1));
    }

    @Test
    void readsFactsWithDateAndSource() {
        Reading reading = read("""
                ## Facts
                - App Runner is closed to new customers (as of 2026-05-01, https://docs.aws.amazon.com/apprunner/).
                - Something without either.
                """);

        assertThat(reading.document().facts().getFirst()).satisfies(fact -> {
            assertThat(fact.asOf()).isEqualTo(Optional.of(LocalDate.of(2026, 5, 1)));
            assertThat(fact.sources()).containsExactly("https://docs.aws.amazon.com/apprunner/");
        });
        assertThat(reading.findings()).singleElement().extracting(Finding::line).isEqualTo(10);
    }

    private static Reading read(String body) {
        return ResearchReader.read("x.md", HEAD + body);
    }
}
