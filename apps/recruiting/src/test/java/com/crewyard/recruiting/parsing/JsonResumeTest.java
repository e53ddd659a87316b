package com.crewyard.recruiting.parsing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.crewyard.recruiting.parsing.ParseOutcome.Parsed;
import com.crewyard.recruiting.parsing.ParseOutcome.Unreadable;
import com.crewyard.recruiting.parsing.internal.profile.ProfileReader;
import com.crewyard.recruiting.parsing.internal.profile.TaxonomyVocabulary;
import com.crewyard.recruiting.parsing.internal.text.PlainText;
import com.crewyard.recruiting.taxonomy.Taxonomy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JsonResumeTest {

    private static final ProfileReader READER = new ProfileReader(new TaxonomyVocabulary(Taxonomy.load()));

    @Test
    void aStoredProfileIsReadBackUnchanged() {
        for (int seed = 0; seed < 20; seed++) {
            ResumeProfile profile = profile(seed);
            assertThat(ProfileJson.read(ProfileJson.write(profile))).isEqualTo(profile);
        }
    }

    @Test
    void aNewerReleasesFieldsAreIgnored() {
        String json = ProfileJson.write(profile(1)).replaceFirst("\\{", "{\"fieldOfTomorrow\": 1, ");
        assertThat(ProfileJson.read(json)).isEqualTo(profile(1));
    }

    @Test
    void whatWeExportWeImport() {
        for (int seed = 0; seed < 20; seed++) {
            ResumeProfile profile = profile(seed);
            ResumeProfile copy = read(JsonResume.write(profile));
            assertThat(copy.name().map(Found::value)).isEqualTo(profile.name().map(Found::value));
            assertThat(values(copy.emails())).isEqualTo(values(profile.emails()));
            assertThat(values(copy.phones())).isEqualTo(values(profile.phones()));
            assertThat(values(copy.languages())).isEqualTo(values(profile.languages()));
            assertThat(copy.work().stream()
                            .map(w -> w.title().map(Found::value))
                            .toList())
                    .isEqualTo(profile.work().stream()
                            .map(w -> w.title().map(Found::value))
                            .toList());
            assertThat(copy.work().stream().map(ResumeProfile.Work::months).toList())
                    .isEqualTo(profile.work().stream()
                            .map(ResumeProfile.Work::months)
                            .toList());
            assertThat(copy.totalExperienceMonths()).isEqualTo(profile.totalExperienceMonths());
        }
    }

    @Test
    void importedValuesHaveSources() {
        ParseOutcome outcome = JsonResume.read(
                "{\"basics\":{\"name\":\"Ada Sample\",\"phone\":\"(512) 555-0143\",\"location\":{\"city\":\"Austin\",\"countryCode\":\"US\"}}}",
                SampleCorpus.REFERENCE);
        assertThat(outcome).isInstanceOfSatisfying(Parsed.class, parsed -> {
            Found<String> name = parsed.profile().name().orElseThrow();
            assertThat(parsed.text().at(name.sources().getFirst())).isEqualTo("Ada Sample");
            assertThat(values(parsed.profile().phones())).containsExactly("+15125550143");
        });
    }

    @Test
    void refusesWhatIsNoJsonResume() {
        assertThat(JsonResume.read("{", SampleCorpus.REFERENCE)).isInstanceOf(Unreadable.class);
        assertThat(JsonResume.read("[]", SampleCorpus.REFERENCE)).isInstanceOf(Unreadable.class);
        assertThat(JsonResume.read("{\"basics\":{}}", SampleCorpus.REFERENCE)).isInstanceOf(Unreadable.class);
    }

    @Test
    void readsPublicDocuments() throws IOException {
        Path directory = Path.of("../../../shared/data/parsing/jsonresume");
        assumeTrue(Files.isDirectory(directory), "skipped: no ../shared/data");
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(path -> path.getFileName().toString().matches(".*resume.*\\.json"))
                    .toList()) {
                ResumeProfile profile = read(Files.readString(file));
                assertThat(profile.name()).as(file.toString()).isPresent();
                assertThat(profile.work()).as(file.toString()).isNotEmpty();
            }
        }
    }

    private static ResumeProfile read(String json) {
        if (JsonResume.read(json, SampleCorpus.REFERENCE) instanceof Parsed parsed) {
            return parsed.profile();
        }
        throw new AssertionError("Not read: " + json);
    }

    private static ResumeProfile profile(int seed) {
        return READER.read(PlainText.of(SampleFiles.txt(SampleResume.of(seed))), SampleCorpus.REFERENCE);
    }

    private static <T> List<T> values(List<Found<T>> found) {
        return found.stream().map(Found::value).toList();
    }
}
