package com.crewyard.recruiting.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crewyard.recruiting.taxonomy.AddedTitle;
import com.crewyard.recruiting.taxonomy.NormalizedTitle;
import com.crewyard.recruiting.taxonomy.Seniority;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import com.crewyard.recruiting.taxonomy.Title;
import com.crewyard.recruiting.vocabulary.official.OfficialTerms;
import com.crewyard.recruiting.vocabulary.official.UnreadableTableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficialTermsTest {

    private static final Path DATA = Path.of("../../../shared/data/taxonomy/onet");

    @TempDir
    Path folder;

    @Test
    void tellsSkillsAndOccupationsOfEscoApart() throws IOException {
        Path skills = written("skills_en.csv", "conceptUri,preferredLabel,altLabels\nu/skill/1,frotz theory,\n");
        Path occupations = written("occupations_en.csv", """
                conceptUri,iscoGroup,preferredLabel,altLabels
                u/occupation/1,8112,quibble miller,"frotzer
                miller of quibbles"
                """);

        OfficialTerms terms = OfficialTerms.esco(List.of(occupations, skills));

        assertThat(terms.skills()).extracting(skill -> skill.label()).containsExactly("frotz theory");
        assertThat(terms.titles())
                .containsExactly(new AddedTitle("quibble miller", List.of("frotzer", "miller of quibbles"), List.of()));
    }

    @Test
    void joinsWhatOnetKeepsApart() throws IOException {
        Path data = written("Occupation Data.txt", "O*NET-SOC Code\tTitle\n51-1.00\tQuibble Millers\n");
        Path titles = written("Alternate Titles.txt", "O*NET-SOC Code\tAlternate Title\n51-1.00\tFrotzer\n");
        Path tools = written("Technology Skills.txt", "O*NET-SOC Code\tExample\n51-1.00\tMillSoft\n");

        OfficialTerms terms = OfficialTerms.onet(List.of(data, tools, titles));

        assertThat(terms.titles()).containsExactly(new AddedTitle("Quibble Millers", List.of("Frotzer"), List.of()));
        assertThat(terms.skills()).hasSize(1);
        assertThatThrownBy(() -> OfficialTerms.onet(List.of(titles)))
                .isInstanceOf(UnreadableTableException.class)
                .hasMessageContaining("name no occupation");
    }

    @Test
    void refusesAFileWithAQuoteLeftOpen() throws IOException {
        Path torn = written("skills_en.csv", "conceptUri,preferredLabel,altLabels\nu,\"frotz,\n");
        assertThatThrownBy(() -> OfficialTerms.esco(List.of(torn)))
                .isInstanceOf(UnreadableTableException.class)
                .hasMessageContaining(torn.toString());
    }

    @Test
    void titlesOfTheOccupationalNetworkExtendTheTaxonomy() {
        Assumptions.assumeTrue(Files.isDirectory(DATA), "skipped: no ../shared/data");
        List<AddedTitle> titles = OfficialTerms.onet(
                        List.of(DATA.resolve("Occupation Data.txt"), DATA.resolve("Alternate Titles.txt")))
                .titles();
        Taxonomy common = Taxonomy.load();
        Taxonomy extended = common.with(List.of(), titles);

        assertThat(titles).hasSizeGreaterThan(900);
        assertThat(common.title("Neuropathologist")).isEmpty();
        NormalizedTitle senior = extended.normalise("Senior Neuropathologist");
        assertThat(senior.title().map(Title::label)).contains("Physicians, Pathologists");
        assertThat(senior.seniority()).isEqualTo(Seniority.SENIOR);
        assertThat(extended.title("Software Developer").map(Title::id))
                .isEqualTo(common.title("Software Developer").map(Title::id));
    }

    private Path written(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
