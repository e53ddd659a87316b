package com.crewyard.recruiting.candidates;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.ApplicationFixture;
import com.crewyard.recruiting.Recruiting;
import com.crewyard.recruiting.files.Files;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.People;
import com.crewyard.recruiting.identity.Role;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages as a browser without scripts meets them. */
class CandidatePagesTest extends ApplicationFixture {

    @Autowired
    Recruiting recruiting;

    @Autowired
    Candidates candidates;

    @Autowired
    Resumes resumes;

    @Autowired
    Tasks tasks;

    @Autowired
    Merges merges;

    @Autowired
    People people;

    @Autowired
    Files files;

    private Recruiting.Pages pages;
    private CandidateId ada;
    private String path;

    @BeforeEach
    void logInAndAddCandidate() {
        pages = logIn(user.email());
        ada = in(() -> candidates.create(actor(), NewCandidate.named("Ada Example")))
                .id();
        path = "/candidates/" + ada;
    }

    @Test
    void listsAndFindsCandidates() {
        in(() -> candidates.create(
                actor(), NewCandidate.named("Bert Sample").with(CandidateField.CURRENT_TITLE, "Welder")));
        assertThat(pages.get("/candidates").mustBe(200).text()).contains("Ada Example", "Bert Sample", "1–2 of 2");
        assertThat(pages.get("/candidates?q=welder").text())
                .contains("Bert Sample")
                .doesNotContain("Ada Example");
        assertThat(pages.get("/candidates?q=nobody").text()).contains("Nobody fits this search");
    }

    @Test
    void addsACandidateAndKeepsWhatWasTypedWhenAFieldIsRefused() {
        pages.get("/candidates/new").mustBe(200);
        var refused = pages.submit("/candidates", Map.of("full_name", "Bert Sample", "email", "bert"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("value=\"Bert Sample\"", "is not an email address");
        var added = pages.submit("/candidates", Map.of("full_name", "Bert Sample", "email", "bert@example.com"));
        assertThat(added.mustBe(200).text()).contains("<h1>Bert Sample</h1>", "bert@example.com");
    }

    @Test
    void showsTheResumeBesideTheProfileWithItsSourcesMarked() {
        read(SampleResume.ada());
        String page = pages.get(path).mustBe(200).text();
        assertThat(page)
                .contains("class=\"read-skills\" title=\"Skills\">Brake systems</mark>")
                .contains("href=\"#read-%d\"".formatted(SampleResume.TEXT.indexOf("Brake systems")))
                .contains("id=\"read-%d\"".formatted(SampleResume.TEXT.indexOf("Brake systems")))
                .contains("resume.pdf");
    }

    @Test
    void correctsAFieldSaysByWhomAndUndoesIt() {
        read(SampleResume.ada());
        pages.get(path);
        String corrected = pages.submit(path + "/profile/headline", Map.of("value", "Master <mechanic>"))
                .text();
        assertThat(corrected).contains("Master &lt;mechanic&gt;", "Corrected by Olive Owner");
        String undone = pages.submit(path + "/profile/headline/undo", Map.of()).text();
        assertThat(undone).contains("Vehicle mechanic").doesNotContain("Corrected by");
    }

    @Test
    void keepsTheRowsOfARefusedWorkHistory() {
        pages.get(path);
        var refused = pages.submit(
                path + "/profile/work",
                Map.of("title", "Fitter", "employer", "Northern Rail", "start", "last spring", "end", ""));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("value=\"Northern Rail\"", "value=\"last spring\"", "not a date like");
    }

    @Test
    void leavesFieldsThatNobodyTouchedToTheParser() {
        read(SampleResume.ada());
        pages.get(path + "/edit");
        Candidate before = in(() -> candidates.required(ada));
        pages.submit(
                        path + "/edit",
                        Map.of(
                                "version", String.valueOf(before.version()),
                                "full_name", "Ada Example",
                                "headline", "Vehicle mechanic",
                                "location", "York"))
                .mustBe(200);
        Candidate after = in(() -> candidates.required(ada));
        assertThat(after.location()).hasValue("York");
        assertThat(after.edited()).containsExactlyInAnyOrder(CandidateField.FULL_NAME, CandidateField.LOCATION);
        var stale = pages.submit(
                path + "/edit",
                Map.of("version", String.valueOf(before.version()), "full_name", "Ada", "location", "Hull"));
        assertThat(stale.status()).isEqualTo(422);
        assertThat(stale.text()).contains("Somebody changed Ada Example", "value=\"Hull\"");
    }

    @Test
    void writesNotesIntoTheFeedAndMentionsColleagues() {
        CurrentUser colleague = colleague(Role.HIRING_MANAGER);
        pages.get(path + "/activity").mustBe(200);
        String feed = pages.submit(path + "/notes", Map.of("body", "Strong. <b>Call</b> @Ivo Viewer?"))
                .text();
        assertThat(feed)
                .contains("&lt;b&gt;Call&lt;/b&gt;")
                .contains("<strong class=\"candidate-mention\">@Ivo Viewer</strong>")
                .contains("wrote a note", "added this candidate");
        assertThat(logIn(colleague.email()).get("/tasks").mustBe(200).text()).contains("Ada Example", "Strong.");
        var refused = pages.submit(path + "/notes", Map.of("body", " "));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Write something first.");
    }

    @Test
    void tagsAndTicksOffTasks() {
        pages.get(path);
        assertThat(pages.submit(path + "/tags", Map.of("label", "Night shift", "tab", "activity"))
                        .text())
                .contains("Night shift", "aria-current=\"page\">Activity");
        assertThat(pages.submit(path + "/tasks", Map.of("title", "Call back", "due_on", "2020-01-31", "mine", "true"))
                        .text())
                .contains("Call back", "Overdue since");
        String mine = pages.get("/tasks").text();
        assertThat(mine).contains("Overdue", "Call back", "Ada Example");
        long task = in(() -> tasks.of(ada)).getFirst().id();
        assertThat(pages.submit(path + "/tasks/" + task + "/completion", Map.of("tab", "tasks"))
                        .text())
                .contains("Nothing to do");
        assertThat(pages.submit(path + "/tasks", Map.of("title", "Call", "due_on", "soon"))
                        .text())
                .contains("not a date like");
        assertThat(pages.submit(path + "/tags/removal", Map.of("label", "night shift"))
                        .text())
                .doesNotContain("Remove the tag");
    }

    @Test
    void tellsOfApplicationsInTheTabAndInTheFeed() {
        assertThat(pages.get(path + "/applications").mustBe(200).text()).contains("No applications");
        long job = tree(call("POST", "/api/v1/jobs", "{\"title\": \"Night nurse\"}"))
                .get("id")
                .asLong();
        assertThat(call("POST", "/api/v1/applications", """
                        {"job_id": %d, "candidate_id": %s, "source": "referral"}""".formatted(job, ada)).status())
                .isEqualTo(201);
        assertThat(pages.get(path + "/applications").text())
                .contains("Night nurse", "referral", "aria-current=\"page\">Applications");
        assertThat(pages.get(path + "/activity").text()).contains("applied for Night nurse (referral)");
    }

    @Test
    void comparesMergesAndUndoes() {
        in(() -> candidates.change(actor(), ada, CandidateChanges.NONE.with(CandidateField.EMAIL, "ada@example.com")));
        CandidateId other = in(() -> candidates.create(
                        actor(), NewCandidate.named("A. Example").with(CandidateField.EMAIL, "ada@example.com")))
                .id();
        assertThat(pages.get(path).text()).contains("Possibly the same person", "same email");
        assertThat(pages.get(path + "/merge?with=" + other).mustBe(200).text())
                .contains("Which is right?", "A. Example");
        String merged = pages.submit(path + "/merge", Map.of("with", other.toString(), "full_name", "merged"))
                .text();
        assertThat(merged).contains("<h1>A. Example</h1>").doesNotContain("Possibly the same person");
        assertThat(pages.get("/candidates/" + other).text()).contains("This candidate was merged into another.");
        long merge = in(() -> merges.of(ada)).getFirst().id();
        assertThat(pages.submit(path + "/merges/" + merge + "/undo", Map.of()).text())
                .contains("<h1>Ada Example</h1>", "Possibly the same person");
    }

    @Test
    void offersViewersNothingTheyMayNotDo() {
        Recruiting.Pages viewer = logIn(colleague(Role.VIEWER).email());
        String page = viewer.get(path).mustBe(200).text();
        assertThat(page)
                .doesNotContain("Add a resume", "Bring a resume", "Attach a file", "Delete…", "New task", "/edit\"");
        assertThat(viewer.get(path + "/edit").status()).isEqualTo(403);
        assertThat(viewer.submit(path + "/notes", Map.of("body", "Hello")).status())
                .isEqualTo(403);
        assertThat(viewer.submit(path + "/deletion", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void givesOriginalsInTheBrowserOnlyWhenTheyArePdf() {
        byte[] pdf = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF".getBytes(StandardCharsets.UTF_8);
        String sha256 = in(() -> files.put(pdf, "application/pdf")).sha256();
        ResumeId first = in(() -> resumes.addRead(actor(), ada, sha256, "Lebenslauf.pdf"));
        var shown = pages.get(path + "/resumes/" + first).mustBe(200);
        assertThat(shown.header("Content-Disposition")).startsWith("inline");
        assertThat(shown.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'self'");
        String page = in(() -> files.put("<script>1</script>".getBytes(StandardCharsets.UTF_8), "text/html"))
                .sha256();
        ResumeId second = in(() -> resumes.addRead(actor(), ada, page, "resume.html"));
        var kept = pages.get(path + "/resumes/" + second).mustBe(200);
        assertThat(kept.header("Content-Disposition")).startsWith("attachment");
        assertThat(kept.header("Content-Security-Policy")).contains("sandbox");
        assertThat(pages.get(path + "/resume.json").mustBe(200).header("Content-Disposition"))
                .startsWith("attachment");
    }

    @Test
    void showsAnotherOrganizationNothing() {
        user = newUser();
        Recruiting.Pages stranger = logIn(user.email());
        for (String tab : Set.of("", "/activity", "/edit", "/resume.json")) {
            assertThat(stranger.get(path + tab).status()).as(tab).isEqualTo(404);
        }
        assertThat(stranger.get("/candidates").text()).contains("No candidates yet");
    }

    private void read(SampleResume sample) {
        in(() -> {
            ResumeId id = resumes.addRead(
                    actor(), ada, files.put(new byte[] {1}, "application/pdf").sha256(), "resume.pdf");
            resumes.recordParsed(id, sample.text(), sample.profile(), "test 1");
            return id;
        });
    }

    private CurrentUser colleague(Role role) {
        String email = "ivo%s-%s@example.com".formatted(organization(), role.code());
        return in(() -> people.accept(
                people.invite(currentUser(), email, "Ivo Viewer", role).token(), "Ivo Viewer", "correct horse"));
    }

    private Recruiting.Pages logIn(String email) {
        Recruiting.Pages session = recruiting.pages();
        session.get("/login").mustBe(200);
        session.submit("/login", Map.of("email", email, "password", "correct horse", "next", "/candidates"))
                .mustBe(200);
        return session;
    }
}
