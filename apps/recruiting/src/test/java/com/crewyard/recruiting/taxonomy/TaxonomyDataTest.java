package com.crewyard.recruiting.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.recruiting.taxonomy.internal.SkillCatalog;
import com.crewyard.recruiting.taxonomy.internal.Table;
import com.crewyard.recruiting.taxonomy.internal.TitleCatalog;
import java.lang.management.ManagementFactory;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TaxonomyDataTest {
    // Loading refuses two skills, or two titles, with one id or one name.
    private final Taxonomy taxonomy = Taxonomy.load();

    @Test
    void everyParentAndRelatedSkillExists() {
        assertThat(taxonomy.skills())
                .allSatisfy(skill -> assertThat(Stream.concat(skill.parents().stream(), skill.related().stream()))
                        .allSatisfy(id -> assertThat(taxonomy.skill(id))
                                .as("%s of %s", id, skill.label())
                                .isPresent())
                        .doesNotContain(skill.id())
                        .doesNotHaveDuplicates());
    }

    @Test
    void everyCoreSkillAndRelatedTitleExists() {
        assertThat(taxonomy.titles()).allSatisfy(title -> {
            assertThat(title.coreSkills())
                    .as(title.label())
                    .isNotEmpty()
                    .allSatisfy(id -> assertThat(taxonomy.skill(id))
                            .as("%s of %s", id, title.label())
                            .isPresent());
            assertThat(title.related())
                    .doesNotContain(title.id())
                    .allSatisfy(id -> assertThat(taxonomy.title(id))
                            .as("%s of %s", id, title.label())
                            .isPresent());
        });
    }

    @Test
    void everyNameLeadsToItsOwner() {
        assertThat(taxonomy.skills())
                .allSatisfy(skill -> assertThat(Stream.concat(Stream.of(skill.label()), skill.synonyms().stream()))
                        .allSatisfy(name ->
                                assertThat(taxonomy.skill(name)).as(name).contains(skill)));
        assertThat(taxonomy.titles())
                .allSatisfy(title -> assertThat(Stream.concat(Stream.of(title.label()), title.synonyms().stream()))
                        .allSatisfy(name ->
                                assertThat(taxonomy.title(name)).as(name).contains(title)));
    }

    @Test
    void noSkillIsItsOwnAncestor() {
        assertThat(taxonomy.skills())
                .allSatisfy(skill -> assertThat(isAncestor(skill.id(), skill)).isFalse());
    }

    @Test
    void coversAllSectorsInBreadth() {
        assertThat(taxonomy.skills()).hasSizeGreaterThanOrEqualTo(1_200);
        assertThat(taxonomy.titles()).hasSizeGreaterThanOrEqualTo(500);
        assertThat(taxonomy.languages()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(SkillCatalog.SECTORS)
                .allSatisfy(sector ->
                        assertThat(Table.rows("skills/" + sector + ".tsv", 6)).hasSizeGreaterThan(20));
        assertThat(taxonomy.titles().stream().map(Title::sector).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(TitleCatalog.SECTORS);
    }

    @Test
    void loadsWithinItsBudgetOfProcessorTime() {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Taxonomy.load();
        double milliseconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6;
        assertThat(milliseconds).isLessThan(150);
    }

    private boolean isAncestor(SkillId id, Skill skill) {
        return skill.parents().stream()
                .anyMatch(parent -> parent.equals(id)
                        || taxonomy.skill(parent)
                                .map(elder -> isAncestor(id, elder))
                                .orElse(false));
    }
}
