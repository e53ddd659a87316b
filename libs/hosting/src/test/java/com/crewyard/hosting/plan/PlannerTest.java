package com.crewyard.hosting.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.Seeds;
import com.crewyard.hosting.advice.Advice;
import com.crewyard.hosting.advice.Advisor;
import com.crewyard.hosting.advice.Market;
import com.crewyard.hosting.advice.Needs;
import com.crewyard.hosting.advice.NeedsReader;
import com.crewyard.hosting.artifacts.Generator.Artifact;
import com.crewyard.hosting.artifacts.Generators;
import com.crewyard.hosting.costs.PriceBook;
import com.crewyard.hosting.plan.Plan.PhasePlan;
import com.crewyard.hosting.plan.Plan.Task;
import com.crewyard.hosting.research.ResearchDocument;
import com.crewyard.hosting.research.ResearchReader;
import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpecReader;
import com.crewyard.hosting.yaml.YamlDocument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlannerTest {

    private static final AppSpec GUESTBOOK =
            AppSpecReader.read("app.yaml", Seeds.text("guestbook.yaml")).spec();

    private static final String NEEDS = """
            load: {steady: 20 req/s, peak: 200 req/s, websocket_sessions: 500}
            team: {people: 2, skills: [docker, postgresql]}
            budget: {monthly: 1500}
            """;

    /** Other words and other products than the seeds have. */
    private static final String OTHER = """
            ---
            topic: shop
            model: somebody
            stage: research
            version: 1
            ---

            | Kind | Offerings | Strengths | Weaknesses | Best for |
            |---|---|---|---|---|
            | PaaS | Render, AWS App Runner | quick | limits | starts |
            | Kubernetes | Google GKE Autopilot | portable | hard | teams |

            | Criterion | PaaS | Kubernetes |
            |---|---|---|
            | Setup | 5 | 2 |
            | Robustness | 4 | 5 |

            ## Roadmap

            ### Stage one: Begin (week 0-2)
            - Put the shop on AWS App Runner
            - Translate the pages into Finnish

            ### Stage two: Grow (week 8-12)
            - Once there are more than 3k concurrent users, go to Google GKE Autopilot
            - p95 latency below 200 ms

            ## Next steps
            - Progressive delivery
            - Sign the contract with the auditors
            """;

    @Test
    void goesThroughTheSeedsPhasesAndTheirEnhancements() {
        List<PhasePlan> phases = seeds(NEEDS).phases();

        assertThat(phases)
                .extracting(PhasePlan::name)
                .containsExactly("MVP", "Scale", "Global Optimisation", "Enhancements");
        assertThat(phases)
                .extracting(PhasePlan::platform)
                .containsExactly("Fly.io", "AWS ECS Fargate", "AWS ECS Fargate", "AWS ECS Fargate");
        assertThat(practices(phases.get(0))).contains("delivery", "platform", "database", "previews", "load");
        assertThat(practices(phases.get(1)))
                .contains("infrastructure", "availability", "queue", "data", "traffic", "previews");
        assertThat(practices(phases.get(2))).contains("edge").doesNotContain("data", "traffic", "queue");
        assertThat(practices(phases.get(3)))
                .containsExactlyInAnyOrder("canary", "blue-green", "migrations", "tracing", "patching", "spot");
    }

    @Test
    void makesTriggersAndPromisesMeasurable() {
        List<PhasePlan> phases = seeds(NEEDS).phases();

        assertThat(texts(phases.get(1).entry()))
                .contains("request_rate > 500 req/s over 15 min", "days >= 14 days over 1 day");
        assertThat(texts(phases.get(0).exit())).contains("first_launch < 30 min over the first deployment");
        assertThat(phases.get(0).alarms()).singleElement().satisfies(alarm -> {
            assertThat(alarm.begins()).isEqualTo(2);
            assertThat(alarm.measure().query())
                    .hasValueSatisfying(query -> assertThat(query).contains("[15m]"));
        });
        assertThat(phases.get(2).entry())
                .filteredOn(measure -> measure.metric().equals("far_latency_p95"))
                .singleElement()
                .extracting(Measure::reason)
                .isEqualTo("assumed: no document says when");
        assertThat(phases.get(3).tasks()).allMatch(task -> task.trigger().isPresent());
        assertThat(phases).allSatisfy(phase -> {
            assertThat(phase.entry()).isNotEmpty();
            assertThat(phase.exit()).isNotEmpty();
            assertThat(texts(phase.exit())).contains("monthly_cost <= 1500 USD over 30 days");
        });
    }

    @Test
    void everyTaskHasAnOwnerAWayBackAndAProofAndBeginsAfterWhatItWaitsFor() {
        for (PhasePlan phase : seeds(NEEDS).phases()) {
            for (Task task : phase.tasks()) {
                assertThat(task.owner()).isNotBlank();
                assertThat(task.rollback()).isNotBlank().doesNotContain("{");
                assertThat(task.title()).doesNotContain("{");
                assertThat(task.checks()).isNotEmpty().noneMatch(check -> check.contains("{"));
                assertThat(task.risks())
                        .isNotEmpty()
                        .noneMatch(risk -> risk.answer().contains("{"));
                assertThat(phase.tasks())
                        .filteredOn(other -> task.after().contains(other.id()))
                        .hasSameSizeAs(task.after())
                        .allMatch(other -> other.endDay() <= task.startDay());
            }
        }
    }

    @Test
    void namesTheLinesThatAskForATask() {
        assertThat(seeds(NEEDS).phases().get(1).tasks())
                .filteredOn(task -> task.practice().equals("queue"))
                .singleElement()
                .extracting(Task::sources)
                .isEqualTo(List.of("hosting-employment-service.md:67", "hosting-deployment-service.md:67"));
    }

    @Test
    void pricesEachPhaseForTheLoadThatBeginsIt() {
        List<PhasePlan> phases = seeds(NEEDS).phases();

        assertThat(phases.get(1).costs().load()).isEqualTo(500);
        assertThat(phases.get(1).costs().items())
                .extracting(Plan.Item::name)
                .containsExactly("AWS ECS Fargate", "Amazon RDS for PostgreSQL Multi-AZ", "Amazon SQS");
        assertThat(phases.get(1).costs().total().orElse(0))
                .isEqualTo(phases.get(1).costs().items().stream()
                        .mapToDouble(item -> item.monthly().orElse(0))
                        .sum());
        assertThat(phases.get(3).costs().items().getFirst().basis()).endsWith("half of it on spare capacity");
        assertThat(phases.get(3).costs().items().getFirst().monthly().orElse(0))
                .isLessThan(phases.get(2).costs().items().getFirst().monthly().orElse(0));
    }

    @Test
    void generatesTheFilesOfEachPhaseAndNamesWhatItCannot() {
        for (PhasePlan phase : seeds(NEEDS).phases()) {
            assertThat(phase.artifacts())
                    .extracting(Artifact::path)
                    .doesNotHaveDuplicates()
                    .allMatch(path -> path.startsWith("phase-" + phase.number() + "/"));
        }
        PhasePlan first = seeds(NEEDS).phases().getFirst();
        assertThat(first.artifacts())
                .extracting(Artifact::path)
                .contains("phase-1/fly/fly.web.toml", "phase-1/alarms/next-phase.rules.yaml");
        for (String generator : List.of("github-actions", "monitoring", "backup")) {
            boolean there = Generators.all().containsKey(generator);
            assertThat(first.missing().stream().anyMatch(sentence -> sentence.contains('"' + generator + '"')))
                    .isNotEqualTo(there);
        }
        List<Finding> findings = new ArrayList<>();
        first.artifacts().stream()
                .filter(artifact -> artifact.path().endsWith(".rules.yaml"))
                .forEach(artifact -> YamlDocument.read(artifact.path(), artifact.content(), findings));
        assertThat(findings).isEmpty();
    }

    @Test
    void beginsWithTheLastPhaseWhoseLoadIsThereAlready() {
        assertThat(seeds("load: {steady: 800 req/s, peak: 900 req/s}").start()).isEqualTo(2);
        assertThat(seeds(NEEDS).start()).isEqualTo(1);
    }

    @Test
    void readsOtherDocumentsByTheirStructureToo() {
        Plan plan = plan(List.of(document(OTHER)), NEEDS);

        assertThat(plan.phases()).extracting(PhasePlan::name).containsExactly("Begin", "Grow", "Enhancements");
        PhasePlan begin = plan.phases().getFirst();
        assertThat(begin.platform()).isEqualTo("AWS ECS Express Mode");
        assertThat(begin.notes()).anyMatch(note -> note.contains("AWS App Runner is closed to new customers"));
        assertThat(begin.tasks()).extracting(Task::title).contains("Translate the pages into Finnish");
        PhasePlan grow = plan.phases().get(1);
        assertThat(grow.platform()).isEqualTo("Google GKE Autopilot");
        assertThat(texts(grow.entry())).contains("sessions > 3000 sessions over 15 min");
        assertThat(texts(grow.exit())).contains("latency_p95 < 200 ms over 1 h");
        assertThat(grow.artifacts())
                .extracting(Artifact::path)
                .anyMatch(path -> path.startsWith("phase-2/kubernetes/"));
        assertThat(practices(plan.phases().getLast())).containsExactly("canary", "stated-1");
    }

    @Test
    void withoutPhasesItIsOnePhaseOnWhatRanksFirst() {
        String bare = OTHER.substring(0, OTHER.indexOf("## Roadmap"));
        Plan plan = plan(List.of(document(bare)), NEEDS);

        assertThat(plan.phases()).singleElement().satisfies(phase -> {
            assertThat(phase.name()).isEqualTo("Launch");
            assertThat(phase.platform()).isEqualTo("Render");
        });
        assertThat(plan.notes()).anyMatch(note -> note.startsWith("The documents have no phases"));
    }

    @Test
    void refusesDocumentsThatLeaveNothingToPlan() {
        assertThatThrownBy(() -> plan(List.of(document("# Nothing\n")), NEEDS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("neither phases nor a category");
    }

    @Test
    void asksForWhatTheSpecDoesNotHave() {
        assertThat(seeds(NEEDS).phases().get(1).notes())
                .anyMatch(note -> note.contains("the documents want a queue; app.yaml has none"));
    }

    private static Plan seeds(String needs) {
        return plan(Seeds.both(), needs);
    }

    static Plan plan(List<ResearchDocument> documents, String needs) {
        Needs read = NeedsReader.read("needs.yaml", needs).needs();
        Advice advice = new Advisor(PriceBook.shipped(), List.of(Market.shipped()), LocalDate.of(2026, 11, 21))
                .advise(documents, read, "needs.yaml");
        return new Planner(advice, read, GUESTBOOK, PriceBook.shipped()).plan();
    }

    private static ResearchDocument document(String text) {
        return ResearchReader.read("other.md", text).document();
    }

    private static List<String> practices(PhasePlan phase) {
        return phase.tasks().stream().map(Task::practice).toList();
    }

    private static List<String> texts(List<Measure> measures) {
        return measures.stream().map(Measure::text).toList();
    }
}
