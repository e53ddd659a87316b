package com.crewyard.recruiting.parsing.internal.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.recruiting.parsing.Found;
import com.crewyard.recruiting.parsing.ResumeProfile;
import com.crewyard.recruiting.parsing.ResumeProfile.Language;
import com.crewyard.recruiting.parsing.ResumeProfile.Level;
import com.crewyard.recruiting.parsing.ResumeProfile.Link;
import com.crewyard.recruiting.parsing.ResumeProfile.LinkKind;
import com.crewyard.recruiting.parsing.internal.text.PlainText;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileReaderTest {

    private static final ProfileReader READER = new ProfileReader(new TaxonomyVocabulary(Taxonomy.load()));
    private static final YearMonth REFERENCE = YearMonth.of(2026, 6);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Senior Developer at Zentry, Jan 2019 – Present;Senior Developer;Zentry",
                "Zentry — Senior Developer, 2019 – 2021;Senior Developer;Zentry",
                "2019 – 2021 | Senior Developer | Zentry | Berlin;Senior Developer;Zentry",
                "Senior Developer @ Zentry (2019-2021);Senior Developer;Zentry",
                "Zentry GmbH, Berlin\\nSenior Developer\\n01/2019 – 12/2021;Senior Developer;Zentry GmbH",
                "Senior Developer\\nZentry Inc., Austin, TX\\nJan 2019 to Dec 2021;Senior Developer;Zentry Inc.",
                "Jan 2019 – Dec 2021\\nSenior Developer\\nZentry;Senior Developer;Zentry",
                "Softwareentwickler bei Nordlicht AG, 03/2018 – heute;Softwareentwickler;Nordlicht AG",
                "Infirmière chez Clinique Valmont, depuis 2019;Infirmière;Clinique Valmont",
                "10.2017 – 08.2019\\nKrankenpfleger\\nKlinikum Süd, 10115 Berlin;Krankenpfleger;Klinikum Süd",
                "Registered Nurse, St. Mary's Hospital, Austin, TX        2015 - 2019;Registered Nurse;St. Mary's Hospital",
                "Mercy Hospital        Austin, TX\\nCharge Nurse        2015 - 2019;Charge Nurse;Mercy Hospital"
            })
    void readsAPositionHoweverItIsLaidOut(String entry, String title, String employer) {
        ResumeProfile profile = read("Jane Sample\njane@sample.example\n\nExperience\n" + entry.replace("\\n", "\n")
                + "\n- Did what was needed\n- And more");
        assertThat(profile.work()).hasSize(1);
        assertThat(profile.work().getFirst().title().map(Found::value)).hasValue(title);
        assertThat(profile.work().getFirst().employer().map(Found::value)).hasValue(employer);
        assertThat(profile.work().getFirst().start()).isPresent();
    }

    @Test
    void rolesBelowOneEmployerAllBelongToIt() {
        ResumeProfile profile = read("""
                Jane Sample

                Experience
                Northwind Traders Inc.        Seattle, WA
                Engineering Manager        Jan 2021 – Present
                - Leads twelve people
                Software Engineer        Jun 2017 – Dec 2020
                - Wrote the order system

                Education
                BSc Computer Science, Riverside College, 2017
                """);
        assertThat(profile.work())
                .hasSize(2)
                .allSatisfy(
                        work -> assertThat(work.employer().map(Found::value)).hasValue("Northwind Traders Inc."));
        assertThat(profile.work().getFirst().current()).isTrue();
        assertThat(profile.totalExperienceMonths()).hasValue(109);
    }

    @Test
    void anEmployersOwnDatesAreNoPosition() {
        ResumeProfile profile = read("""
                Jane Sample

                Experience
                Northwind Traders Inc.        2015 – 2021
                Engineering Manager        2018 – 2021
                - Led twelve people
                Software Engineer        2015 – 2018
                - Wrote the order system
                """);
        assertThat(profile.work().stream()
                        .map(work -> work.title().map(Found::value).orElse("")))
                .containsExactly("Engineering Manager", "Software Engineer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "JANE SAMPLE\\nSenior Engineer;Jane Sample",
                "Curriculum Vitae\\nJane Sample;Jane Sample",
                "Name: Jane Sample\\nTel: +49 30 901820;Jane Sample",
                "Lebenslauf von Jane Sample;Jane Sample",
                "Jane Sample, PhD\\nProfessor;Jane Sample",
                "Senior Engineer\\nJane Sample\\njane.sample@x.example;Jane Sample",
                "Jane de la Sample | jane@x.example;Jane de la Sample",
                "Summary\\nJane Sample\\njane.sample@x.example;Jane Sample"
            })
    void findsTheName(String top, String name) {
        assertThat(read(top.replace("\\n", "\n")).name().map(Found::value)).hasValue(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "+49 (0)30 901820;Berlin;+4930901820",
                "030 901820;Berlin;+4930901820",
                "(512) 555-0143;Austin, TX;+15125550143",
                "512.555.0143;Austin, TX;+15125550143",
                "(512) 555-0143;;+15125550143",
                "01 99 00 12 34;Lyon, France;+33199001234",
                "020 7946 0018;London, UK;+442079460018",
                "0049 30 901820;;+4930901820"
            })
    void readsPhonesByTheCountryTheyAreIn(String phone, String place, String expected) {
        String text = "Jane Sample\n" + (place == null ? "" : place + "\n") + phone + "\njane@x.example";
        assertThat(read(text).phones().stream().map(Found::value)).containsExactly(expected);
    }

    @Test
    void readsLinksOfEveryKind() {
        ResumeProfile profile = read("""
                Jane Sample
                linkedin.com/in/jane-sample | github.com/jsample | https://sample.example/about
                jane@x.example
                """);
        assertThat(profile.links().stream().map(Found::value))
                .containsExactly(
                        new Link(LinkKind.LINKEDIN, "https://linkedin.com/in/jane-sample"),
                        new Link(LinkKind.GITHUB, "https://github.com/jsample"),
                        new Link(LinkKind.WEBSITE, "https://sample.example/about"));
    }

    @Test
    void readsLanguagesWithTheirLevels() {
        ResumeProfile profile = read("""
                Jane Sample

                Languages
                English (native), German - fluent
                French: B1
                Spanish
                """);
        assertThat(profile.languages().stream().map(Found::value))
                .containsExactly(
                        new Language("en", "English", Optional.of(Level.NATIVE)),
                        new Language("de", "German", Optional.of(Level.C1)),
                        new Language("fr", "French", Optional.of(Level.B1)),
                        new Language("es", "Spanish", Optional.empty()));
    }

    @Test
    void knowsSkillsListedFromSkillsMentioned() {
        ResumeProfile profile = read("""
                Jane Sample

                Experience
                Developer, Zentry        2019 - 2021
                - Moved the warehouse to Kubernetes

                Skills
                Programming: Java, Python (Django)
                Underwater basket weaving
                """);
        List<String> listed = profile.skills().stream()
                .filter(skill -> skill.value().listed())
                .map(skill -> skill.value().label())
                .toList();
        assertThat(listed).contains("Java", "Python", "Django", "Underwater basket weaving");
        assertThat(profile.skills().stream()
                        .filter(skill -> !skill.value().listed())
                        .map(skill -> skill.value().label()))
                .containsExactly("Kubernetes");
    }

    @Test
    void readsEducationInAnyOrder() {
        ResumeProfile profile = read("""
                Jane Sample

                Education
                Boston University        2011 – 2014
                Master of Science in Data Science

                B.A. Economics, Riverside College, 2007 - 2011
                """);
        assertThat(profile.education().stream()
                        .map(study -> study.institution().map(Found::value).orElse("")))
                .containsExactly("Boston University", "Riverside College");
        assertThat(profile.education().stream()
                        .map(study -> study.field().map(Found::value).orElse("")))
                .containsExactly("Data Science", "Economics");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Emily Walsh",
                "Greg Baker",
                "Paris Washington",
                "CHEF, Ruby",
                "Ruby Ann Chef",
                "Lakisha University",
                "Summer May",
                "Ада Лавлейс"
            })
    void readsTheRestAlikeWhoeverSentIt(String name) {
        String rest = "\nReliable and quick.\nExperience\nHotel Sol, 2015 - 2020\nBaked bread.\n";

        ResumeProfile profile = READER.read(PlainText.of(name + rest), REFERENCE, name);
        ResumeProfile other = READER.read(PlainText.of("Ana Ito" + rest), REFERENCE, "Ana Ito");

        assertThat(profile.name()).isPresent();
        assertThat(profile.headline().map(Found::value))
                .isEqualTo(other.headline().map(Found::value));
        assertThat(profile.location()).isEmpty();
        assertThat(profile.skills().stream().map(skill -> skill.value().label()).toList())
                .isEqualTo(other.skills().stream()
                        .map(skill -> skill.value().label())
                        .toList());
        assertThat(profile.work().size()).isEqualTo(other.work().size());
        assertThat(profile.totalExperienceMonths()).isEqualTo(other.totalExperienceMonths());
    }

    @Test
    void inventsNothing() {
        ResumeProfile profile = read("Dear all,\nplease find nothing of interest in this letter.\n");
        assertThat(profile).isEqualTo(ResumeProfile.EMPTY);
    }

    private static ResumeProfile read(String text) {
        return READER.read(PlainText.of(text), REFERENCE);
    }
}
