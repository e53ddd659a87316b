package com.crewyard.recruiting.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crewyard.recruiting.taxonomy.AddedSkill;
import com.crewyard.recruiting.taxonomy.SkillKind;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import com.crewyard.recruiting.vocabulary.official.OfficialSkills;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficialSkillsTest {

    private static final Path DATA = Path.of("../../../shared/data/taxonomy");

    @TempDir
    Path folder;

    @Test
    void readsEscoWithItsOtherNamesOneALine() throws IOException {
        Path file = written("""
                conceptUri,skillType,preferredLabel,altLabels
                a,skill/competence,tend quibble mills,"tending quibble mills
                look after ""quibble"" mills"
                b,knowledge,frotz theory,
                """);

        assertThat(OfficialSkills.esco(file))
                .containsExactly(
                        new AddedSkill(
                                "tend quibble mills",
                                SkillKind.METHOD,
                                List.of("tending quibble mills", "look after \"quibble\" mills"),
                                List.of(),
                                List.of()),
                        new AddedSkill("frotz theory", SkillKind.KNOWLEDGE, List.of(), List.of(), List.of()));
    }

    @Test
    void readsToolsOfOnetOnceAndWithoutTheirVendor() throws IOException {
        Path file = written("""
                O*NET-SOC Code\tExample\tCommodity Title
                11-1011.00\tQuibble Systems Quibble Mill\tMilling software
                11-1021.00\tQuibble Systems Quibble Mill\tMilling software
                """);

        assertThat(OfficialSkills.onet(file))
                .containsExactly(new AddedSkill(
                        "Quibble Systems Quibble Mill", SkillKind.TOOL, List.of("Quibble Mill"), List.of(), List.of()));
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        Path file = written("name,altLabels\nx,y\n");
        assertThatThrownBy(() -> OfficialSkills.esco(file))
                .hasMessage("%s:1: there is no column \"preferredLabel\" but name, altLabels".formatted(file));
        Path torn = written("Example\tCode\nSAP\n");
        assertThatThrownBy(() -> OfficialSkills.onet(torn)).hasMessageContaining(":2: 1 fields where 2 were named");
        Path none = folder.resolve("none.csv");
        assertThatThrownBy(() -> OfficialSkills.esco(none)).hasMessage("There is no file %s.".formatted(none));
    }

    @Test
    void readsTheOfficialFilesAndExtendsTheTaxonomyByThem() {
        Assumptions.assumeTrue(Files.isDirectory(DATA), "skipped: no ../shared/data");
        List<AddedSkill> esco = OfficialSkills.esco(DATA.resolve("esco/skills_en.csv"));
        List<AddedSkill> onet = OfficialSkills.onet(DATA.resolve("onet/Technology Skills.txt"));
        assertThat(esco).hasSizeGreaterThan(4_000);
        assertThat(onet).hasSizeGreaterThan(5_000);

        Taxonomy common = Taxonomy.load();
        Taxonomy extended =
                common.with(Stream.concat(esco.stream(), onet.stream()).toList(), List.of());

        assertThat(extended.skills().size()).isGreaterThan(5_000);
        assertThat(common.with(esco, List.of()).skill("perform toxicological studies"))
                .isPresent();
        assertThat(common.with(onet, List.of()).skill("Adobe Acrobat")).isPresent();
        assertThat(common.with(onet, List.of()).skill("Java").map(skill -> skill.label()))
                .contains("Java");
    }

    private Path written(String text) throws IOException {
        return Files.writeString(folder.resolve("file-" + text.hashCode() + ".txt"), text);
    }
}
