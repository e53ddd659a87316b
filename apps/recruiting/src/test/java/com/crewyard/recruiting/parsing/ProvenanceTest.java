package com.crewyard.recruiting.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.recruiting.parsing.internal.profile.ProfileReader;
import com.crewyard.recruiting.parsing.internal.profile.TaxonomyVocabulary;
import com.crewyard.recruiting.parsing.internal.text.Extraction;
import com.crewyard.recruiting.parsing.internal.text.PlainText;
import com.crewyard.recruiting.parsing.internal.text.TextExtractor;
import com.crewyard.recruiting.parsing.internal.vocabulary.Words;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

/** Nothing is invented: every value can be read where its sources point. */
class ProvenanceTest {

    private static final ProfileReader READER = new ProfileReader(new TaxonomyVocabulary(Taxonomy.load()));

    @Property(tries = 25)
    void everyValueStandsWhereItsSourcePoints(@ForAll @IntRange(min = 1_000, max = 9_000) int seed) {
        SampleFiles.all(SampleResume.of(seed)).forEach((format, file) -> {
            ResumeText text = text(file);
            check(text, READER.read(text, SampleCorpus.REFERENCE));
        });
    }

    @Property(tries = 200)
    void anyTextGivesAProfileWithSourcesInIt(@ForAll @StringLength(max = 400) String noise) {
        ResumeText text = PlainText.of("Experience\n" + noise + "\n2019 - 2020\n" + noise + "\nSkills\n" + noise);
        check(text, READER.read(text, SampleCorpus.REFERENCE));
    }

    @Property(tries = 300)
    void anyShuffleOfResumeWordsGivesAProfileWithSourcesInIt(@ForAll("shuffles") List<String> words) {
        ResumeText text = PlainText.of(String.join("", words));
        check(text, READER.read(text, SampleCorpus.REFERENCE));
    }

    @Provide
    Arbitrary<List<String>> shuffles() {
        return Arbitraries.of(
                        "\n",
                        "\n\n",
                        "\n- ",
                        "\t",
                        " ",
                        ", ",
                        " , ",
                        " | ",
                        " – ",
                        "-",
                        ": ",
                        "(",
                        ")",
                        " / ",
                        " at ",
                        "@",
                        ".",
                        "•",
                        "Experience",
                        "Education",
                        "SKILLS",
                        "Languages",
                        "Contact",
                        "Berufserfahrung",
                        "Summary:",
                        "Jane Doe",
                        "jane@example.com",
                        "+49 30 901820",
                        "(512) 555-0143",
                        "Berlin",
                        "Austin, TX",
                        "UK",
                        "DE",
                        "10115 Berlin",
                        "Engineer",
                        "Senior",
                        "Acme Inc.",
                        "University",
                        "BSc",
                        "in",
                        "Computer Science",
                        "Java",
                        "C++",
                        ".NET",
                        "2019",
                        "Jan 2020",
                        "03/2018",
                        "Present",
                        "to",
                        "seit",
                        "15",
                        "German",
                        "B2",
                        "https://x.dev/a",
                        "linkedin.com/in/x")
                .list()
                .ofMaxSize(60);
    }

    private static ResumeText text(byte[] file) {
        if (TextExtractor.extract(file) instanceof Extraction.Text(ResumeText text)) {
            return text;
        }
        throw new AssertionError("A sample resume is readable");
    }

    private static void check(ResumeText text, ResumeProfile profile) {
        Stream.of(profile.name(), profile.headline(), profile.location(), profile.summary())
                .flatMap(Optional::stream)
                .forEach(found -> same(text, found));
        profile.emails().forEach(found -> same(text, found));
        profile.phones()
                .forEach(found -> assertThat(digits(read(text, found.sources())))
                        .endsWith(digits(found.value())
                                .substring(Math.max(0, digits(found.value()).length() - 7))));
        profile.work().forEach(work -> {
            Stream.of(work.employer(), work.title(), work.location(), work.description())
                    .flatMap(Optional::stream)
                    .forEach(found -> same(text, found));
            Stream.of(work.start(), work.end()).flatMap(Optional::stream).forEach(found -> dated(text, found));
        });
        profile.education().forEach(study -> {
            Stream.of(study.institution(), study.degree(), study.field())
                    .flatMap(Optional::stream)
                    .forEach(found -> same(text, found));
            Stream.of(study.start(), study.end()).flatMap(Optional::stream).forEach(found -> dated(text, found));
        });
        profile.languages().forEach(found -> within(text, found));
        profile.certifications()
                .forEach(found -> assertThat(read(text, found.sources()))
                        .contains(found.value().name()));
        profile.links().forEach(found -> within(text, found));
        profile.skills().forEach(found -> {
            within(text, found);
            if (found.value().id().isEmpty()) {
                assertThat(plain(text.at(found.sources().getFirst())))
                        .isEqualTo(plain(found.value().label()));
            }
        });
    }

    private static void same(ResumeText text, Found<String> found) {
        assertThat(plain(read(text, found.sources()))).isEqualTo(plain(found.value()));
    }

    private static void dated(ResumeText text, Found<PartialDate> found) {
        String year = Integer.toString(found.value().year()).substring(2);
        assertThat(read(text, found.sources())).contains(year);
    }

    private static void within(ResumeText text, Found<?> found) {
        found.sources().forEach(span -> assertThat(text.at(span)).isNotBlank());
    }

    private static String read(ResumeText text, List<Span> sources) {
        return sources.stream().map(text::at).collect(Collectors.joining("\n"));
    }

    private static String plain(String value) {
        return Words.fold(value).replaceAll("\\s+", " ").strip();
    }

    private static String digits(String value) {
        return value.replaceAll("\\D", "");
    }
}
