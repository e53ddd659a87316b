package com.crewyard.hosting.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.Seeds;
import com.crewyard.hosting.research.Flowchart;
import com.crewyard.hosting.research.ResearchReader;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlanDocumentsTest {

    private static final String NEEDS = "load: {steady: 20 req/s, peak: 200 req/s}\nteam: {people: 2}\n";

    private final Plan plan = PlannerTest.plan(Seeds.both(), NEEDS);

    @Test
    void theSameDocumentsAndNeedsGiveTheSameBytes() {
        Plan again = PlannerTest.plan(Seeds.both(), NEEDS);

        assertThat(PlanText.of(again)).isEqualTo(PlanText.of(plan));
        assertThat(PlanJson.of(again)).isEqualTo(PlanJson.of(plan));
        assertThat(again.phases().stream().flatMap(phase -> phase.artifacts().stream()))
                .containsExactlyElementsOf(plan.phases().stream()
                        .flatMap(phase -> phase.artifacts().stream())
                        .toList());
    }

    @Test
    void theJsonIsAsItsSchemaSays() {
        JsonMapper mapper = new JsonMapper();
        JsonNode json = mapper.readTree(PlanJson.of(plan));
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(mapper.readTree(PlanSchema.text()));

        assertThat(schema.validate(json)).isEmpty();
        assertThat(schema.validate(mapper.readTree(PlanJson.of(plan).replaceFirst("\"owner\"", "\"boss\""))))
                .isNotEmpty();
    }

    @Test
    void everyArchitectureIsAFlowchartThatCanBeRead() {
        List<Flowchart> charts =
                ResearchReader.read("plan.md", PlanText.of(plan)).document().flowcharts();

        assertThat(charts).hasSize(plan.phases().size());
        assertThat(charts.get(1).nodes().values())
                .extracting(Flowchart.Node::text)
                .contains("Users", "main: postgres 17 in two zones", "Preview on Fly.io");
    }

    @Test
    void itsMarkdownIsReadWithoutAFindingAndItsTablesAreWhole() {
        String text = PlanText.of(plan);
        List<Finding> findings = ResearchReader.read("plan.md", text).findings();

        assertThat(findings)
                .as("only that it is no research document")
                .allMatch(finding -> finding.line() == 1 || finding.message().contains("front matter"));
        assertThat(text).doesNotContainPattern("\\{[a-z]+}");
        for (String row : Pattern.compile("(?m)^\\| `p\\d.*$")
                .matcher(text)
                .results()
                .map(found -> found.group())
                .toList()) {
            assertThat(row.chars().filter(c -> c == '|').count()).isEqualTo(7);
        }
    }

    @Test
    void theTimelineHasEveryTask() {
        String chart = Timeline.of(plan);

        assertThat(chart).startsWith("gantt\n");
        plan.phases().stream()
                .flatMap(phase -> phase.tasks().stream())
                .forEach(task -> assertThat(chart).contains(" :" + task.id() + ", 200"));
    }
}
