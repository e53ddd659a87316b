package com.crewyard.recruiting.candidates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.ApplicationFixture;
import com.crewyard.recruiting.activity.Actor;
import com.crewyard.recruiting.candidates.ProfileValue.Position;
import com.crewyard.recruiting.candidates.ProfileValue.Positions;
import com.crewyard.recruiting.candidates.ProfileValue.Text;
import com.crewyard.recruiting.candidates.ProfileValue.Texts;
import com.crewyard.recruiting.files.Files;
import com.crewyard.recruiting.parsing.PartialDate;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ProfilesTest extends ApplicationFixture {

    @Autowired
    Candidates candidates;

    @Autowired
    Resumes resumes;

    @Autowired
    Profiles profiles;

    @Autowired
    Files files;

    private CandidateId ada;

    @BeforeEach
    void addCandidate() {
        ada = in(() -> candidates.create(actor(), NewCandidate.named("Ada Example")))
                .id();
    }

    @Test
    void keepsEveryVersionAndGivesBackWhatWasRead() {
        ResumeId first = add("first.pdf");
        ResumeId second = add("../../etc/second\u0000.pdf");
        SampleResume sample = SampleResume.ada();
        parse(first, sample);
        assertThat(in(() -> resumes.of(ada))).extracting(Resume::id).containsExactly(second, first);
        assertThat(in(() -> resumes.latest(ada))).hasValueSatisfying(latest -> {
            assertThat(latest.fileName()).isEqualTo("second.pdf");
            assertThat(latest.state()).isInstanceOf(Resume.State.Waiting.class);
        });
        assertThat(in(() -> resumes.read(first))).hasValueSatisfying(read -> {
            assertThat(read.text()).isEqualTo(sample.text());
            assertThat(read.profile()).isEqualTo(sample.profile());
        });
        assertThat(in(() -> resumes.read(second))).isEmpty();
        assertThat(in(() -> resumes.waiting(10))).extracting(Resume::id).containsExactly(second);
    }

    @Test
    void fillsTheRecordFromTheResume() {
        parse(add("ada.pdf"), SampleResume.ada());
        Candidate candidate = in(() -> candidates.required(ada));
        assertThat(candidate.headline()).hasValue("Vehicle mechanic");
        assertThat(candidate.currentTitle()).hasValue("Lead mechanic");
        assertThat(candidate.currentCompany()).hasValue("Example Garage");
        assertThat(candidate.experienceYears()).hasValue(11);
        assertThat(candidate.location()).hasValue("Leeds, United Kingdom");
        assertThat(candidate.email()).hasValue("ada@example.com");
        assertThat(candidate.linkedinUrl()).hasValue("https://www.linkedin.com/in/ada-example");
        assertThat(candidate.skills()).containsExactly("Brake systems", "Diagnostics");
        assertThat(candidate.edited()).containsExactly(CandidateField.FULL_NAME);
    }

    @Test
    void replacesWhatAParserFilledButNeverWhatAPersonSaid() {
        parse(add("ada.pdf"), SampleResume.ada());
        CandidateChanges edits = CandidateChanges.NONE
                .with(CandidateField.CURRENT_TITLE, "Workshop manager")
                .with(CandidateField.PHONE, "");
        in(() -> candidates.change(actor(), ada, edits));
        String text = SampleResume.TEXT.replace("Vehicle mechanic", "Race engineer");
        parse(add("new.pdf"), SampleResume.of(text, "Race engineer", List.of("Diagnostics")));
        Candidate candidate = in(() -> candidates.required(ada));
        assertThat(candidate.headline()).hasValue("Race engineer");
        assertThat(candidate.currentTitle()).hasValue("Workshop manager");
        assertThat(candidate.phone()).as("cleared by a person").isEmpty();
        assertThat(candidate.skills()).containsExactly("Diagnostics");
    }

    @Test
    void aCorrectionWinsOverEveryLaterParsing() {
        parse(add("ada.pdf"), SampleResume.ada());
        in(() -> profiles.correct(currentUser(), ada, ProfileField.HEADLINE, new Text("Master mechanic")));
        in(() -> profiles.correct(currentUser(), ada, ProfileField.SKILLS, new Texts(List.of("Welding"))));
        parse(add("again.pdf"), SampleResume.ada());
        CandidateProfile profile = in(() -> profiles.of(ada));
        assertThat(profile.text(ProfileField.HEADLINE)).hasValue("Master mechanic");
        assertThat(profile.skills()).containsExactly("Welding");
        assertThat(profile.correction(ProfileField.HEADLINE)).hasValueSatisfying(correction -> {
            assertThat(correction.byName()).isEqualTo(user.fullName());
            assertThat(correction.by()).isEqualTo(user.id());
        });
        Candidate candidate = in(() -> candidates.required(ada));
        assertThat(candidate.headline()).hasValue("Master mechanic");
        assertThat(candidate.skills()).containsExactly("Welding");
    }

    @Test
    void undoingACorrectionBringsBackWhatWasRead() {
        parse(add("ada.pdf"), SampleResume.ada());
        in(() -> profiles.correct(currentUser(), ada, ProfileField.HEADLINE, new Text("Master mechanic")));
        in(() -> profiles.undo(currentUser(), ada, ProfileField.HEADLINE));
        assertThat(in(() -> profiles.of(ada)).text(ProfileField.HEADLINE)).hasValue("Vehicle mechanic");
        assertThat(in(() -> candidates.required(ada)).headline()).hasValue("Vehicle mechanic");
        assertThatThrownBy(() -> in(() -> profiles.undo(currentUser(), ada, ProfileField.HEADLINE)))
                .hasMessageContaining("was not corrected");
    }

    @Test
    void aCorrectedWorkHistoryDecidesTitleAndYears() {
        parse(add("ada.pdf"), SampleResume.ada());
        Position only = new Position(
                Optional.of("Northern Rail"),
                Optional.of("Fitter"),
                Optional.empty(),
                Optional.of(PartialDate.of(2010, 1)),
                Optional.of(PartialDate.of(2012, 12)),
                false,
                Optional.empty());
        in(() -> profiles.correct(currentUser(), ada, ProfileField.WORK, new Positions(List.of(only))));
        Candidate candidate = in(() -> candidates.required(ada));
        assertThat(candidate.currentTitle()).hasValue("Fitter");
        assertThat(candidate.experienceYears()).hasValue(3);
        assertThat(in(() -> profiles.of(ada)).work()).containsExactly(only);
    }

    @Test
    void refusesAValueThatDoesNotFitTheField() {
        assertThatThrownBy(
                        () -> in(() -> profiles.correct(currentUser(), ada, ProfileField.SKILLS, new Text("Welding"))))
                .hasMessage("Skills takes another kind of value.");
        assertThatThrownBy(() ->
                        in(() -> profiles.correct(currentUser(), ada, ProfileField.EXPERIENCE_YEARS, new Text("many"))))
                .hasMessageContaining("\"many\"");
    }

    @Test
    void anUnreadableResumeKeepsItsReasonAndTheEarlierProfile() {
        parse(add("ada.pdf"), SampleResume.ada());
        ResumeId scan = add("scan.pdf");
        in(() -> {
            resumes.recordUnreadable(scan, "Could not read this file");
            return scan;
        });
        assertThat(in(() -> resumes.latest(ada)).orElseThrow().state())
                .isEqualTo(new Resume.State.Unreadable("Could not read this file"));
        assertThat(in(() -> profiles.of(ada)).text(ProfileField.HEADLINE)).hasValue("Vehicle mechanic");
    }

    private ResumeId add(String name) {
        return in(() -> resumes.addRead(
                Actor.candidate("Ada Example"),
                ada,
                files.put(name.getBytes(StandardCharsets.UTF_8), "application/pdf")
                        .sha256(),
                name));
    }

    private void parse(ResumeId id, SampleResume sample) {
        in(() -> {
            resumes.recordParsed(id, sample.text(), sample.profile(), "test 1");
            return id;
        });
    }
}
