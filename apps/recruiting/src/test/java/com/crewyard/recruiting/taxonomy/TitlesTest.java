package com.crewyard.recruiting.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitlesTest {
    private static final Taxonomy TAXONOMY = Taxonomy.load();

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            Senior Java Developer (m/w/d) - Berlin; Java Developer; SENIOR
            Sr. Software Engineer II; Software Engineer; SENIOR
            Softwareentwickler*in; Software Engineer; UNSTATED
            Krankenpfleger/in; Registered Nurse; UNSTATED
            Infirmier(ère) H/F; Registered Nurse; UNSTATED
            Staff Nurse; Registered Nurse; UNSTATED
            Administrative Assistant; Administrative Assistant; UNSTATED
            Marketing Director; Marketing Manager; DIRECTOR
            Head of Marketing; Marketing Manager; HEAD
            VP, Sales; Sales Manager; VP
            CTO; Chief Technology Officer; CHIEF
            Trainee Electrician; Electrician; INTERN
            Remote - Lead Data Scientist | NLP; Data Scientist; LEAD
            Principal Software Engineer; Software Engineer; PRINCIPAL
            Night Warehouse Operative - Leeds; Warehouse Worker; UNSTATED
            """)
    void takesTitlesApart(String raw, String title, Seniority seniority) {
        NormalizedTitle normalized = TAXONOMY.normalise(raw);
        assertThat(normalized.title()).map(Title::label).contains(title);
        assertThat(normalized.seniority()).isEqualTo(seniority);
    }

    @Test
    void keepsWhatIsNeitherTitleNorLevel() {
        assertThat(TAXONOMY.normalise("Senior Java Developer (m/w/d) - Berlin").remainder())
                .isEqualTo("Berlin");
        assertThat(TAXONOMY.normalise("Elektriker:in (m/w/d) in Hamburg").remainder())
                .isEqualTo("Hamburg");
    }

    @Test
    void isSurerTheLessItIgnores() {
        assertThat(TAXONOMY.normalise("Accountant").confidence()).isEqualTo(1.0);
        assertThat(TAXONOMY.normalise("Junior Accountant").confidence()).isEqualTo(0.95);
        assertThat(TAXONOMY.normalise("Java Backend Developer Fintech").confidence())
                .isBetween(0.5, 0.9);
        assertThat(TAXONOMY.normalise("xyzzy").confidence()).isZero();
    }

    @Test
    void likensNearJobsMoreThanFarOnes() {
        assertThat(similarity("Plumber", "Plumber")).isEqualTo(1.0);
        assertThat(similarity("Registered Nurse", "Critical Care Nurse")).isEqualTo(0.6);
        assertThat(similarity("Java Developer", "PHP Developer")).isBetween(0.1, 0.6);
        assertThat(similarity("Baker", "Actuary")).isZero();
    }

    private static double similarity(String a, String b) {
        return TAXONOMY.titleSimilarity(TitleId.of(a), TitleId.of(b));
    }
}
