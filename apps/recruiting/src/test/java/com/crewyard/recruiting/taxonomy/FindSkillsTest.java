package com.crewyard.recruiting.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindSkillsTest {
    private static final Taxonomy TAXONOMY = Taxonomy.load();

    @Test
    void tellsNamesWithSignsApart() {
        assertThat(inProse("Java, C/C++, C#, F#, .NET, Node.js and R&D"))
                .containsExactly("Java", "C", "C++", "C#", "F#", ".NET", "Node.js", "Research and development");
        assertThat(inProse("ASP.NET Core, VB.NET; see crewyard.net")).containsExactly("ASP.NET", "Visual Basic");
    }

    @Test
    void prefersTheLongestName() {
        assertThat(inProse("Spring Boot services; Google Cloud Platform"))
                .containsExactly("Spring Boot", "Google Cloud Platform");
    }

    @Test
    void leavesOrdinaryWordsAlone() {
        assertThat(inProse("We access the word of the spring team and go to rest"))
                .isEmpty();
        assertThat(inProse("Met C-level clients with J. R. Smith")).isEmpty();
    }

    @Test
    void acceptsOrdinaryWordsBesideEvidence() {
        assertThat(inProse("Experience with Spring and Microsoft Word"))
                .containsExactly("Spring Framework", "Microsoft Word");
        assertThat(inProse("Services in Go, Rust or Kotlin")).containsExactly("Go", "Rust", "Kotlin");
        assertThat(inProse("A Swift developer")).containsExactly("Swift");
    }

    @Test
    void acceptsOrdinaryWordsInASkillsSection() {
        assertThat(inList("Go\nWord\nAccess\nC")).containsExactly("Go", "Microsoft Word", "Microsoft Access", "C");
        assertThat(inList("excel, ai, ux"))
                .containsExactly("Microsoft Excel", "Artificial intelligence", "User experience design");
    }

    @Test
    void doesNotJoinWordsAcrossSentences() {
        assertThat(inProse("They work in health. Safety matters in data, analysis"))
                .doesNotContain("Data analysis");
    }

    @Test
    void readsPluralsAccentsAndDecomposedLetters() {
        assertThat(inProse("Relational Databases")).containsExactly("Relational databases");
        assertThat(inProse("Buchfu\u0308hrung und Trage: Krankenpflege, prise de de\u0301cision"))
                .containsExactly("Nursing", "Decision making");
        assertThat(inProse("SCHWEISSEN, soudage, Schweißen")).containsExactly("Welding", "Welding", "Welding");
    }

    @Test
    void readsNamesBrokenByALine() {
        assertThat(inProse("skilled in machine\nlearning")).containsExactly("Machine learning");
    }

    @Test
    void knowsSkillsOutsideTheOffice() {
        assertThat(inProse("Forklift licence, TIG welding, wound care, HACCP, month-end close"))
                .containsExactly("Forklift licence", "TIG welding", "Wound care", "HACCP", "Month-end close");
    }

    @Test
    void keepsPaceWithLongTexts() {
        String text = "Built services in Java, Spring Boot and Go on AWS; responsible for patients and food safety. "
                .repeat(20_000);
        TAXONOMY.findSkills(text, false);
        // Processor time, not wall-clock time: other builds may share the machine.
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        TAXONOMY.findSkills(text, false);
        double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
        double megabytesPerSecond = text.length() / 1e6 / seconds;
        assertThat(megabytesPerSecond).isGreaterThan(5);
    }

    private static List<String> inProse(String text) {
        return labels(TAXONOMY.findSkills(text, false));
    }

    private static List<String> inList(String text) {
        return labels(TAXONOMY.findSkills(text, true));
    }

    private static List<String> labels(List<SkillMention> mentions) {
        return mentions.stream().map(mention -> mention.skill().label()).toList();
    }
}
