package com.crewyard.recruiting.candidates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.ApplicationFixture;
import com.crewyard.recruiting.parsing.Found;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class JsonResumesTest extends ApplicationFixture {

    private static final String DOCUMENT = """
            {
              "basics": {
                "name": "Ada Example", "label": "Vehicle mechanic", "email": "ada@example.com",
                "phone": "+442079460018", "url": "https://ada.example", "summary": "Fixes what others give up.",
                "location": {"address": "Leeds, United Kingdom"},
                "profiles": [{"network": "LinkedIn", "username": "ada", "url": "https://www.linkedin.com/in/ada"}]
              },
              "work": [
                {"name": "Example Garage", "position": "Lead mechanic", "startDate": "2019-03-01",
                 "summary": "Leads six people.", "highlights": ["Halved the waiting time"]},
                {"name": "Sample Motors", "position": "Mechanic", "startDate": "2015-01", "endDate": "2019-02"}
              ],
              "education": [{"institution": "Leeds College", "area": "Vehicles", "studyType": "Diploma",
                             "startDate": "2012", "endDate": "2014"}],
              "skills": [{"name": "Workshop", "keywords": ["Brake systems", "Diagnostics"]}],
              "languages": [{"language": "German", "fluency": "C1"}, {"language": "English", "fluency": "Native speaker"}],
              "certificates": [{"name": "MOT tester", "date": "2018-05"}]
            }""";

    @Autowired
    JsonResumes jsonResumes;

    @Autowired
    Candidates candidates;

    @Autowired
    Profiles profiles;

    @Autowired
    Resumes resumes;

    @Test
    void addsThePersonADocumentDescribes() {
        CandidateId id = create(DOCUMENT);
        Candidate candidate = in(() -> candidates.required(id));
        assertThat(candidate.fullName()).isEqualTo("Ada Example");
        assertThat(candidate.headline()).hasValue("Vehicle mechanic");
        assertThat(candidate.currentCompany()).hasValue("Example Garage");
        assertThat(candidate.linkedinUrl()).hasValue("https://www.linkedin.com/in/ada");
        assertThat(candidate.websiteUrl()).hasValue("https://ada.example");
        assertThat(candidate.skills()).containsExactly("Workshop", "Brake systems", "Diagnostics");
        assertThat(candidate.experienceYears())
                .hasValueSatisfying(years -> assertThat(years).isGreaterThan(10));
    }

    @Test
    void everyValueStandsWhereItsSourceSays() {
        CandidateId id = create(DOCUMENT);
        ReadResume read =
                in(() -> resumes.read(resumes.latest(id).orElseThrow().id())).orElseThrow();
        Stream<Found<String>> found = Stream.of(
                        read.profile().name().stream(),
                        read.profile().headline().stream(),
                        read.profile().emails().stream(),
                        read.profile().summary().stream(),
                        read.profile().work().stream().flatMap(work -> work.employer().stream()),
                        read.profile().work().stream().flatMap(work -> work.description().stream()))
                .flatMap(stream -> stream);
        assertThat(found)
                .hasSize(7)
                .allSatisfy(value ->
                        assertThat(read.text().at(value.sources().getFirst())).isEqualTo(value.value()));
    }

    @Test
    void exportsWhatWasImported() {
        CandidateId id = create(DOCUMENT);
        JsonNode exported = in(() -> jsonResumes.export(id));
        assertThat(exported.at("/basics/name").asString()).isEqualTo("Ada Example");
        assertThat(exported.at("/basics/location/address").asString()).isEqualTo("Leeds, United Kingdom");
        assertThat(exported.at("/work/0/name").asString()).isEqualTo("Example Garage");
        assertThat(exported.at("/work/0/endDate").isMissingNode()).isTrue();
        assertThat(exported.at("/work/1/endDate").asString()).isEqualTo("2019-02");
        assertThat(exported.at("/education/0/studyType").asString()).isEqualTo("Diploma");
        assertThat(exported.at("/languages/0").toString()).isEqualTo("{\"language\":\"German\",\"fluency\":\"C1\"}");
        assertThat(exported.at("/certificates/0/date").asString()).isEqualTo("2018-05");
    }

    @Test
    void importingAnExportChangesNothing() {
        CandidateId id = create(DOCUMENT);
        JsonNode exported = in(() -> jsonResumes.export(id));
        CandidateId again = create(exported.toString());
        assertThat(in(() -> jsonResumes.export(again))).isEqualTo(exported);
    }

    @Test
    void exportsCorrections() {
        CandidateId id = create(DOCUMENT);
        in(() -> profiles.correct(currentUser(), id, ProfileField.HEADLINE, new ProfileValue.Text("Master mechanic")));
        assertThat(in(() -> jsonResumes.export(id)).at("/basics/label").asString())
                .isEqualTo("Master mechanic");
    }

    @Test
    void refusesOtherDocuments() {
        assertThatThrownBy(() -> create("%PDF-1.7")).hasMessageContaining("not JSON");
        assertThatThrownBy(() -> create("[1, 2]")).hasMessageContaining("no JSON Resume");
        assertThatThrownBy(() -> create("{\"basics\": {\"label\": \"Nobody\"}}"))
                .hasMessageContaining("basics.name");
        assertThatThrownBy(() -> create("{\"basics\": {\"name\": 5}}")).hasMessageContaining("basics.name");
    }

    private CandidateId create(String document) {
        return in(() -> jsonResumes.create(actor(), document.getBytes(StandardCharsets.UTF_8)));
    }
}
