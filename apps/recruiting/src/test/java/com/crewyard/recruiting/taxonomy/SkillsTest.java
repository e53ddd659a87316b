package com.crewyard.recruiting.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SkillsTest {
    private static final Taxonomy TAXONOMY = Taxonomy.load();

    @Test
    void looksUpByAnyNameWhateverItsCaseAndPunctuation() {
        assertThat(label("java script")).isEqualTo("JavaScript");
        assertThat(label("c++")).isEqualTo("C++");
        assertThat(label("c#")).isEqualTo("C#");
        assertThat(label("c")).isEqualTo("C");
        assertThat(label(".net")).isEqualTo(".NET");
        assertThat(label("node-js")).isEqualTo("Node.js");
        assertThat(label("gestión de proyectos")).isEqualTo("Project management");
        assertThat(TAXONOMY.skill("no such thing")).isEmpty();
        assertThat(TAXONOMY.skill("")).isEmpty();
    }

    @Test
    void idsAreStableSlugs() {
        assertThat(SkillId.of("C++").value()).isEqualTo("c-plus-plus");
        assertThat(SkillId.of("C#").value()).isEqualTo("c-sharp");
        assertThat(SkillId.of(".NET").value()).isEqualTo("dot-net");
        assertThat(SkillId.of("CI/CD").value()).isEqualTo("ci-cd");
        assertThatThrownBy(() -> new SkillId("Not a slug")).hasMessageContaining("Not a slug");
    }

    @Test
    void kinshipFollowsTheTree() {
        assertThat(relatedness("React", "React")).isEqualTo(1.0);
        assertThat(relatedness("React", "JavaScript")).isEqualTo(0.8);
        assertThat(relatedness("JavaScript", "React")).isEqualTo(0.5);
        assertThat(relatedness("React", "Redux")).isEqualTo(0.6);
        assertThat(relatedness("Spring Security", "Java")).isEqualTo(0.6);
        assertThat(relatedness("Bricklaying", "Tiling")).isEqualTo(0.3);
        assertThat(relatedness("Java", "Wound care")).isZero();
    }

    @Test
    void suggestsTheExactNameThenLabelsThenSynonyms() {
        assertThat(TAXONOMY.suggest("java", 2)).extracting(Skill::label).startsWith("Java");
        assertThat(TAXONOMY.suggest("Excel", 3))
                .extracting(Skill::label)
                .first()
                .isEqualTo("Microsoft Excel");
        assertThat(TAXONOMY.suggest("schweiß", 3)).extracting(Skill::label).contains("Welding");
        assertThat(TAXONOMY.suggest("", 3)).isEmpty();
        assertThat(TAXONOMY.suggest("s", 7)).hasSize(7);
    }

    @Test
    void knowsLanguagesAndTheirLevels() {
        assertThat(TAXONOMY.language("Deutsch")).map(Language::code).contains("de");
        assertThat(TAXONOMY.language("français")).map(Language::code).contains("fr");
        assertThat(TAXONOMY.language("日本語")).map(Language::code).contains("ja");
        assertThat(TAXONOMY.languageLevel("native speaker")).contains(LanguageLevel.C2);
        assertThat(TAXONOMY.languageLevel("verhandlungssicher")).contains(LanguageLevel.C1);
        assertThat(TAXONOMY.languageLevel("(B2)")).contains(LanguageLevel.B2);
        assertThat(TAXONOMY.languageLevel("tomorrow")).isEmpty();
    }

    private static String label(String name) {
        return TAXONOMY.skill(name).map(Skill::label).orElse("none");
    }

    private static double relatedness(String a, String b) {
        return TAXONOMY.relatedness(SkillId.of(a), SkillId.of(b));
    }
}
