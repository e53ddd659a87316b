package com.crewyard.hosting.research;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ResearchMergerTest {

    private static final Map<String, Double> SUMS = Map.of(
            "Managed VPS / IaaS", 25.0,
            "Container PaaS", 30.0,
            "Serverless FaaS", 30.0,
            "Managed Kubernetes", 22.0,
            "Serverless Containers", 28.0,
            "Edge Compute", 28.0);

    @Test
    void addsUpTheSeeds() {
        Research research = ResearchMerger.merge(Seeds.both());

        assertThat(sums(research)).isEqualTo(SUMS);
        assertThat(research.findings()).isEmpty();
        assertThat(research.agreement()).isEqualTo(new Research.Agreement(42, 0));
        assertThat(research.cell("Robustness", "Edge Compute").sources())
                .extracting(Citation::file, Citation::line)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Seeds.DEPLOYMENT, 39),
                        org.assertj.core.groups.Tuple.tuple(Seeds.EMPLOYMENT, 39));
    }

    @Test
    void survivesSwappedColumnsAndRenamedCriteriaAndCategories() {
        String changed = swapColumns(Seeds.text(Seeds.DEPLOYMENT), 1, 6)
                .replace("| Setup Time |", "| Time to first deploy |")
                .replace("| Cost @ zero-idle |", "| Price when nobody calls (idle) |")
                .replace("| Horizontal Scaling |", "| Elasticity |")
                .replace("| Flexibility |", "| Whatever suits you |")
                .replace("Managed K8s", "Kubernetes (managed)")
                .replace("6. Edge Compute", "A) Edge functions");

        Research research = ResearchMerger.merge(List.of(
                Seeds.reading(Seeds.EMPLOYMENT).document(),
                ResearchReader.read("changed.md", changed).document()));

        assertThat(sums(research)).isEqualTo(SUMS);
        assertThat(research.criteria()).hasSize(7);
        assertThat(research.criteria().getFirst().aliases()).containsExactly("Time to first deploy");
        assertThat(research.findings()).singleElement().asString().contains("Whatever suits you");
    }

    @Test
    void addsACategoryThatOnlyOneDocumentKnows() {
        String changed = Seeds.text(Seeds.DEPLOYMENT)
                .lines()
                .map(line -> line.startsWith("| Criterion")
                        ? line + " Mainframe |"
                        : line.startsWith("|-----------|-----|")
                                ? line + "---|"
                                : line.matches("\\| (Setup|Flex|Robust|Horiz|Cost|Oper).*") ? line + " 1 |" : line)
                .collect(Collectors.joining("\n"));

        Research research = ResearchMerger.merge(List.of(
                Seeds.reading(Seeds.EMPLOYMENT).document(),
                ResearchReader.read("changed.md", changed).document()));

        assertThat(sums(research)).containsAllEntriesOf(SUMS).containsEntry("Mainframe", 7.0);
    }

    @Test
    void givesARangeWhereAuthorsDisagree() {
        String third = Seeds.text(Seeds.DEPLOYMENT)
                .replace("model: \"o3\"", "model: \"other\"")
                .replace("| Robustness | 3 |", "| Robustness | 5 |");

        Research research = ResearchMerger.merge(List.of(
                Seeds.reading(Seeds.EMPLOYMENT).document(),
                Seeds.reading(Seeds.DEPLOYMENT).document(),
                ResearchReader.read("third.md", third).document()));

        Cell cell = research.cell("Robustness", "Managed VPS / IaaS");
        assertThat(cell).extracting(Cell::low, Cell::value, Cell::high).containsExactly(3.0, 4.0, 5.0);
        assertThat(cell.sources()).hasSize(3);
        assertThat(research.agreement().disputed()).isEqualTo(1);
    }

    @Test
    void aNewerVersionReplacesTheOlderOfTheSameAuthor() {
        String newer = Seeds.text(Seeds.DEPLOYMENT)
                .replace("version: 1", "version: 2")
                .replace("| Robustness | 3 |", "| Robustness | 4 |");

        Research research = ResearchMerger.merge(List.of(
                Seeds.reading(Seeds.DEPLOYMENT).document(),
                ResearchReader.read("newer.md", newer).document()));

        assertThat(research.documents()).extracting(ResearchDocument::file).containsExactly("newer.md");
        assertThat(sums(research)).containsEntry("Managed VPS / IaaS", 26.0);
        assertThat(research.findings())
                .extracting(Finding::toString)
                .containsExactly(Seeds.DEPLOYMENT + ":1: warning: version 1 is replaced by version 2 in newer.md");
    }

    @Test
    void numbersDoNotDependOnTheOrderOfTheDocuments() {
        Research reversed = ResearchMerger.merge(Seeds.both().reversed());

        assertThat(sums(reversed)).isEqualTo(SUMS);
        assertThat(reversed.phases()).hasSize(3);
    }

    private static Map<String, Double> sums(Research research) {
        return research.categories().stream()
                .collect(Collectors.toMap(
                        MergedCategory::name,
                        category -> research.criteria().stream()
                                .map(criterion -> research.cell(criterion.name(), category.name()))
                                .filter(Cell::scored)
                                .mapToDouble(Cell::value)
                                .sum()));
    }

    private static String swapColumns(String text, int one, int other) {
        boolean[] inMatrix = {false};
        return text.lines()
                .map(line -> {
                    inMatrix[0] = line.startsWith("| Criterion") || (inMatrix[0] && line.startsWith("|"));
                    if (!inMatrix[0]) {
                        return line;
                    }
                    List<String> cells = new ArrayList<>(Arrays.asList(line.split("\\|", -1)));
                    java.util.Collections.swap(cells, one + 1, other + 1);
                    return String.join("|", cells);
                })
                .collect(Collectors.joining("\n"));
    }
}
