package com.crewyard.recruiting.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.FieldError;
import com.crewyard.kernel.JobId;
import com.crewyard.kernel.OrganizationId;
import com.crewyard.kernel.StageId;
import com.crewyard.kernel.UserId;
import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.Recruiting;
import com.crewyard.recruiting.Recruiting.Api;
import com.crewyard.recruiting.RecruitingTest;
import com.crewyard.recruiting.activity.Activity;
import com.crewyard.recruiting.activity.Actor;
import com.crewyard.recruiting.activity.Journal;
import com.crewyard.recruiting.candidates.Attachment;
import com.crewyard.recruiting.candidates.Attachments;
import com.crewyard.recruiting.candidates.CandidateQuery;
import com.crewyard.recruiting.candidates.Candidates;
import com.crewyard.recruiting.candidates.Resume;
import com.crewyard.recruiting.candidates.ResumeId;
import com.crewyard.recruiting.candidates.Resumes;
import com.crewyard.recruiting.files.Files;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Role;
import com.crewyard.recruiting.jobs.Hiring;
import com.crewyard.recruiting.jobs.Jobs;
import com.crewyard.recruiting.jobs.Question;
import com.crewyard.recruiting.jobs.QuestionKind;
import com.crewyard.recruiting.jobs.Stage;
import com.crewyard.recruiting.jobs.StageKind;
import com.crewyard.recruiting.messaging.Message;
import com.crewyard.recruiting.messaging.Messages;
import com.crewyard.recruiting.pipeline.Answer;
import com.crewyard.recruiting.pipeline.Application;
import com.crewyard.recruiting.pipeline.ApplicationState;
import com.crewyard.recruiting.pipeline.Applications;
import com.crewyard.recruiting.pipeline.MoveResult;
import com.crewyard.recruiting.pipeline.Pipeline;
import com.crewyard.recruiting.platform.Settings;
import com.crewyard.testing.VirtualClock;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

@RecruitingTest
class IntakeTest {

    private static final Upload RESUME = upload("resume.txt", """
            Ana Diaz
            ana@example.com

            Experience
            Baker, Corner Bakery, Jan 2019 - Dec 2023
            """);

    private final Recruiting recruiting;
    private final VirtualClock clock;
    private final Intake intake;
    private final StatusLinks links;
    private final Applications applications;
    private final Pipeline pipeline;
    private final Candidates candidates;
    private final Resumes resumes;
    private final Files files;
    private final Hiring hiring;
    private final Jobs jobs;
    private final Messages messages;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final Attachments attachments;
    private final ResumeReader reader;
    private final TransactionOperations transactions;
    private final Settings settings;

    private OrganizationId organization = new OrganizationId(1);
    private CurrentUser recruiter =
            new CurrentUser(new UserId(1), organization, Role.ORG_ADMIN, "ada@example.com", "Ada Admin");
    private JobId job = new JobId(1);
    private Api admin;

    IntakeTest(
            Recruiting recruiting,
            VirtualClock clock,
            Intake intake,
            StatusLinks links,
            Applications applications,
            Pipeline pipeline,
            Candidates candidates,
            Resumes resumes,
            Files files,
            Hiring hiring,
            Jobs jobs,
            Messages messages,
            Journal journal,
            JdbcClient jdbc,
            Attachments attachments,
            ResumeReader reader,
            TransactionOperations transactions,
            Settings settings) {
        this.recruiting = recruiting;
        this.admin = recruiting.anonymous();
        this.clock = clock;
        this.intake = intake;
        this.links = links;
        this.applications = applications;
        this.pipeline = pipeline;
        this.candidates = candidates;
        this.resumes = resumes;
        this.files = files;
        this.hiring = hiring;
        this.jobs = jobs;
        this.messages = messages;
        this.journal = journal;
        this.jdbc = jdbc;
        this.attachments = attachments;
        this.reader = reader;
        this.transactions = transactions;
        this.settings = settings;
    }

    @BeforeEach
    void publishAJob() {
        admin = recruiting.newOrganization();
        JsonNode me = admin.get("/api/v1/users/me").mustBe(200).json();
        organization = new OrganizationId(me.get("org_id").asLong());
        recruiter = new CurrentUser(
                new UserId(me.get("id").asLong()),
                organization,
                Role.ORG_ADMIN,
                me.get("email").asString(),
                "Ada Admin");
        job = newJob(true);
    }

    @Test
    void storesCandidateResumeAndApplicationAndReadsTheResumeAfterwards() {
        ApplyResult.Accepted accepted = accepted(form("Ana Diaz", "ana@example.com"));
        assertThat(accepted.updated()).isFalse();
        assertThat(accepted.reference()).matches("[0-9A-Z]{4}-[0-9A-Z]{4}");
        Application application =
                in(() -> applications.get(accepted.application().id()));
        assertThat(application.stageSlug()).isEqualTo("applied");
        assertThat(application.source()).isEqualTo("careers");
        Resume resume = in(() -> resumes.latest(application.candidate()).orElseThrow());
        assertThat(application.resume()).contains(resume.id().value());
        assertThat(in(() -> files.read(resume.sha256()))).isEqualTo(RESUME.bytes());
        awaitParsed(resume.id());
        assertThat(happenings())
                .containsSubsequence("candidate.created", "resume.received", "application.created", "resume.parsed");
    }

    @Test
    void waitsForWhatReadingNeedsHoweverLongItIsAway() throws IOException {
        Upload unread = upload("away.txt", "Ana Diaz\nBaker and baker again\n");
        String sha256 = in(() -> files.put(unread.bytes(), "text/plain")).sha256();
        Path stored = settings.data()
                .resolve("files")
                .resolve(organization.toString())
                .resolve(sha256.substring(0, 2))
                .resolve(sha256);
        Path away = java.nio.file.Files.move(stored, stored.resolveSibling("away"));
        ApplyResult.Accepted accepted = accepted(form("Ana Diaz", "ana@example.com"));
        ResumeId resume = in(() -> transactions.execute(
                _ -> resumes.add(Actor.SYSTEM, accepted.application().candidate(), sha256, unread.fileName())));
        await().atMost(Duration.ofMinutes(1)).until(() -> failedAttempts(resume) >= 2);
        assertThat(in(() -> resumes.find(resume).orElseThrow()).state()).isInstanceOf(Resume.State.Waiting.class);
        java.nio.file.Files.move(away, stored);
        awaitParsed(resume);
    }

    @Test
    void readsAResumeAgainWhenAsked() {
        ApplyResult.Accepted accepted = accepted(form("Ana Diaz", "ana@example.com"));
        ResumeId resume = in(() ->
                resumes.latest(accepted.application().candidate()).orElseThrow().id());
        awaitParsed(resume);
        in(() -> transactions.execute(_ -> {
            reader.readAgain(resume);
            return true;
        }));
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        happenings().stream().filter("resume.parsed"::equals).count() == 2);
    }

    @Test
    void keepsAScanWithItsFileAndSaysThatItCouldNotBeRead() throws IOException {
        Upload scan = new Upload("scan.pdf", scannedPage());
        ApplyResult.Accepted accepted =
                accepted(ApplicationForm.of(organization, job, "Ana Diaz", "ana@example.com", scan));
        ResumeId resume = in(() ->
                resumes.latest(accepted.application().candidate()).orElseThrow().id());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> in(() -> resumes.find(resume).orElseThrow()).state() instanceof Resume.State.Unreadable);
        Resume kept = in(() -> resumes.find(resume).orElseThrow());
        assertThat(kept.state())
                .isInstanceOfSatisfying(
                        Resume.State.Unreadable.class,
                        unreadable -> assertThat(unreadable.reason()).contains("no text"));
        assertThat(in(() -> files.read(kept.sha256()))).isEqualTo(scan.bytes());
        assertThat(happenings()).contains("resume.unreadable");
    }

    @Test
    void tellsTheCandidateByEmailAndKeepsTheirLinkToItself() {
        ApplyResult.Accepted accepted = accepted(form("Ana Diaz", "ana@example.com"));
        await().until(() -> messageTo(accepted).state() == Message.State.HELD);
        Message message = messageTo(accepted);
        assertThat(message.recipient()).isEqualTo("ana@example.com");
        assertThat(message.body()).contains("Baker", accepted.reference()).doesNotContain("/status/");
        assertThat(message.standing()).isEqualTo("not sent: no mail server is configured");
        assertThat(tokenOf(accepted)).hasSize(43);
        assertThat(jdbc.sql("select count(*) from pipeline.application where status_token_sha256 like ?")
                        .param("%" + tokenOf(accepted) + "%")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void namesEveryFieldThatDoesNotHoldAndKeepsTheFile() {
        ApplyResult.Refused refused = refused(form(" ", "nowhere"));
        assertThat(refused.errors()).extracting(FieldError::field).containsExactly("name", "email");
        assertThat(refused.reason("email")).contains("\"nowhere\" is not an email address like name@example.com.");
        ApplyResult.KeptFile kept = keptResume(refused);
        assertThat(kept.fileName()).isEqualTo("resume.txt");
        assertThat(in(() -> applications.page(Optional.of(job), Optional.empty(), 0, 10))
                        .total())
                .isZero();

        ApplyResult.Accepted accepted = accepted(formWithKept("Ana Diaz", "ana@example.com", kept.token()));
        Resume resume =
                in(() -> resumes.latest(accepted.application().candidate()).orElseThrow());
        assertThat(resume.fileName()).isEqualTo("resume.txt");
        assertThat(in(() -> files.read(resume.sha256()))).isEqualTo(RESUME.bytes());
    }

    @Test
    void forgetsAKeptFileAfterADay() {
        String token = keptResume(refused(form("", "ana@example.com"))).token();
        clock.advance(Duration.ofHours(25));
        assertThat(refused(formWithKept("Ana Diaz", "ana@example.com", token)).reason("resume"))
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("Choose your resume"));
    }

    @Test
    void judgesAFileByItsContentAndSaysWhatItIs() {
        Upload picture = new Upload("resume.pdf", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});
        ApplyResult.Refused refused =
                refused(ApplicationForm.of(organization, job, "Ana Diaz", "ana@example.com", picture));
        assertThat(refused.reason("resume"))
                .hasValueSatisfying(reason -> assertThat(reason).contains("PNG").contains("PDF"));
        assertThat(refused.kept()).isEmpty();
    }

    @Test
    void refusesAFileOfMoreThanTenMegabytes() {
        byte[] large = "word ".repeat(2_200_000).getBytes(StandardCharsets.UTF_8);
        ApplyResult.Refused refused = refused(
                ApplicationForm.of(organization, job, "Ana Diaz", "ana@example.com", new Upload("resume.txt", large)));
        assertThat(refused.reason("resume")).contains("This file has 10.5 MB; send one of at most 10 MB.");
    }

    @Test
    void takesASecondApplicationToTheSameJobIntoTheFirst() {
        ApplyResult.Accepted first = accepted(form("Ana Diaz", "ana@example.com"));
        Upload better = upload("better.txt", "Ana Diaz\nana@example.com\nMaster baker\n");
        ApplyResult.Accepted second =
                accepted(ApplicationForm.of(organization, job, "Ana Diaz", "ANA@example.com", better));
        assertThat(second.updated()).isTrue();
        assertThat(second.reference()).isEqualTo(first.reference());
        assertThat(second.statusPath()).as("a stranger may know the email").isEmpty();
        assertThat(in(() -> resumes.of(first.application().candidate()))).hasSize(2);
        assertThat(links.status(tokenOf(first)).resume().orElseThrow().fileName())
                .isEqualTo("better.txt");
    }

    @Test
    void takesTheSameFormSentTwiceForOneResume() {
        ApplyResult.Accepted first = accepted(form("Ana Diaz", "ana@example.com"));
        accepted(form("Ana Diaz", "ana@example.com"));
        assertThat(in(() -> resumes.of(first.application().candidate()))).hasSize(1);
    }

    @Test
    void joinsApplicationsOfOnePersonWhoAppliesToManyJobsAtOnce() {
        List<JobId> targets = IntStream.range(0, 8).mapToObj(_ -> newJob(true)).toList();
        List<CompletableFuture<ApplyResult>> results = targets.stream()
                .map(target -> CompletableFuture.supplyAsync(() ->
                        intake.apply(ApplicationForm.of(organization, target, "Ana Diaz", "ana@example.com", RESUME))))
                .toList();
        assertThat(results.stream().map(CompletableFuture::join)).allMatch(ApplyResult.Accepted.class::isInstance);
        assertThat(in(() -> candidates.page(CandidateQuery.all(0, 10))).total()).isEqualTo(1);
    }

    @Test
    void checksAnswersAgainstTheQuestionsOfTheJob() {
        List<Question> questions = in(() -> hiring.changeQuestions(
                recruiter,
                job,
                List.of(
                        new Question(0, QuestionKind.YES_NO, "May you work here?", "", true, List.of()),
                        new Question(0, QuestionKind.NUMBER, "Years of baking", "", false, List.of()),
                        new Question(0, QuestionKind.DATE, "From when?", "", false, List.of()),
                        new Question(0, QuestionKind.MULTI_SELECT, "Shifts", "", false, List.of("early", "late")),
                        new Question(0, QuestionKind.FILE, "Certificate", "", false, List.of()))));
        Map<String, List<String>> wrong = Map.of(
                questions.get(1).field(), List.of("many"),
                questions.get(2).field(), List.of("tomorrow"),
                questions.get(3).field(), List.of("early", "night"));
        assertThat(refused(formWith(wrong, Map.of())).errors())
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder(
                        questions.get(0).field(),
                        questions.get(1).field(),
                        questions.get(2).field(),
                        questions.get(3).field());

        Map<String, List<String>> right = Map.of(
                questions.get(0).field(), List.of("yes"),
                questions.get(1).field(), List.of("3.5"),
                questions.get(2).field(), List.of("2030-01-31"),
                questions.get(3).field(), List.of("early", "late"));
        ApplyResult.Accepted accepted = accepted(
                formWith(right, Map.of(questions.get(4).field(), upload("certificate.txt", "Certified baker"))));
        assertThat(in(() -> applications.answers(accepted.application().id())))
                .extracting(Answer::value)
                .containsExactly("yes", "3.5", "2030-01-31", "early\nlate", "certificate.txt");
        assertThat(in(() -> attachments.of(accepted.application().candidate())))
                .singleElement()
                .extracting(Attachment::fileName, Attachment::kind)
                .containsExactly("certificate.txt", Attachment.Kind.ANSWER);
    }

    @Test
    void refusesWhatOnlyAProgramFillsIn() {
        ApplicationForm filled = new ApplicationForm(
                organization,
                job,
                "Ana Diaz",
                "ana@example.com",
                "",
                "",
                "",
                Map.of(),
                Map.of("resume", RESUME),
                Map.of(),
                "https://spam.example",
                "careers");
        assertThat(refused(filled).errors()).extracting(FieldError::field).containsExactly(ApplicationForm.TRAP);
    }

    @Test
    void slowsDownWhoAppliesToOneJobAgainAndAgain() {
        ApplyResult last = IntStream.range(0, 30)
                .mapToObj(_ -> intake.apply(form("", "ana@example.com")))
                .reduce((_, later) -> later)
                .orElseThrow();
        assertThat(last).isInstanceOf(ApplyResult.Throttled.class);
        assertThat(intake.apply(form("", "ben@example.com"))).isInstanceOf(ApplyResult.Refused.class);
    }

    @Test
    void takesNoApplicationsToAJobThatIsClosedOrNotYetPublished() {
        JobId draft = newJob(false);
        assertThatThrownBy(
                        () -> intake.apply(ApplicationForm.of(organization, draft, "Ana", "ana@example.com", RESUME)))
                .isInstanceOf(CrewyardException.class)
                .hasMessageContaining("does not exist");
        in(() -> jobs.close(recruiter, job));
        assertThat(intake.apply(form("Ana Diaz", "ana@example.com")))
                .isEqualTo(new ApplyResult.Closed("\"Baker\" takes no more applications."));
    }

    @Test
    void showsTheCandidateWhereTheyAreAndLetsThemWithdraw() {
        String token = tokenOf(accepted(form("Ana Diaz", "ana@example.com")));
        CandidateStatus status = links.status(token);
        assertThat(status.open()).isTrue();
        assertThat(status.standing()).isEqualTo("We have received your application and will read it.");
        assertThat(links.withdraw(token)).isInstanceOf(MoveResult.Moved.class);
        assertThat(links.status(token).application().state()).isEqualTo(ApplicationState.WITHDRAWN);
        assertThat(links.withdraw(token)).isInstanceOf(MoveResult.Refused.class);
        assertThat(links.replaceResume(token, RESUME)).isInstanceOf(StatusLinks.Replacement.Refused.class);
        assertThatThrownBy(() -> links.status(token + "x")).hasMessageContaining("This link is not known");
    }

    @Test
    void letsTheCandidateReplaceTheirResume() {
        ApplyResult.Accepted accepted = accepted(form("Ana Diaz", "ana@example.com"));
        Upload better = upload("better.txt", "Ana Diaz\nMaster baker\n");
        assertThat(links.replaceResume(tokenOf(accepted), better)).isInstanceOf(StatusLinks.Replacement.Replaced.class);
        Resume latest =
                in(() -> resumes.latest(accepted.application().candidate()).orElseThrow());
        assertThat(latest.fileName()).isEqualTo("better.txt");
        awaitParsed(latest.id());
    }

    @Test
    void keepsARejectedApplicationRejectedAndTakesTheNewResume() {
        ApplyResult.Accepted first = accepted(form("Ana Diaz", "ana@example.com"));
        in(() -> pipeline.reject(
                recruiter,
                first.application().id(),
                Optional.empty(),
                Optional.empty(),
                first.application().version()));
        ApplyResult.Accepted second = accepted(ApplicationForm.of(
                organization, job, "Ana Diaz", "ana@example.com", upload("new.txt", "Ana Diaz, baker again")));
        assertThat(second.application().state()).isEqualTo(ApplicationState.REJECTED);
        assertThat(in(() -> resumes.of(first.application().candidate()))).hasSize(2);
    }

    @Test
    void reopensAWithdrawnApplicationWhenItsCandidateAppliesAgain() {
        ApplyResult.Accepted first = accepted(form("Ana Diaz", "ana@example.com"));
        StageId interview = in(() -> hiring.stages(job)).stream()
                .filter(stage -> stage.kind() == StageKind.INTERVIEW)
                .map(Stage::id)
                .findFirst()
                .orElseThrow();
        in(() -> pipeline.move(
                recruiter,
                first.application().id(),
                interview,
                first.application().version()));
        assertThat(links.withdraw(tokenOf(first))).isInstanceOf(MoveResult.Moved.class);

        ApplyResult.Accepted again = accepted(form("Ana Diaz", "ana@example.com"));
        assertThat(again.application().id()).isEqualTo(first.application().id());
        assertThat(again.reopened()).isTrue();
        assertThat(again.statusPath()).isEmpty();
        assertThat(again.application().state()).isEqualTo(ApplicationState.ACTIVE);
        assertThat(again.application().stageSlug()).isEqualTo("applied");
        assertThat(happenings()).containsSubsequence("application.withdrawn", "application.reopened");
        assertThat(in(() -> pipeline.undo(
                        recruiter, again.application().id(), again.application().version())))
                .isInstanceOf(MoveResult.Refused.class);
        assertThat(accepted(form("Ana Diaz", "ana@example.com")).reopened()).isFalse();
    }

    private JobId newJob(boolean published) {
        return new JobId(admin.post("/api/v1/jobs", Map.of("title", "Baker", "is_public", published))
                .mustBe(201)
                .json()
                .get("id")
                .asLong());
    }

    private ApplicationForm form(String name, String email) {
        return ApplicationForm.of(organization, job, name, email, RESUME);
    }

    private ApplicationForm formWithKept(String name, String email, String token) {
        return new ApplicationForm(
                organization, job, name, email, "", "", "", Map.of(), Map.of(), Map.of("resume", token), "", "careers");
    }

    private ApplicationForm formWith(Map<String, List<String>> answers, Map<String, Upload> more) {
        Map<String, Upload> uploads = new java.util.HashMap<>(more);
        uploads.put("resume", RESUME);
        return new ApplicationForm(
                organization,
                job,
                "Ana Diaz",
                "ana@example.com",
                "+34 600 000 000",
                "linkedin.com/in/ana",
                "Dear all",
                answers,
                uploads,
                Map.of(),
                "",
                "careers");
    }

    private ApplyResult.Accepted accepted(ApplicationForm form) {
        ApplyResult result = intake.apply(form);
        assertThat(result).isInstanceOf(ApplyResult.Accepted.class);
        return (ApplyResult.Accepted) result;
    }

    private ApplyResult.Refused refused(ApplicationForm form) {
        ApplyResult result = intake.apply(form);
        assertThat(result).isInstanceOf(ApplyResult.Refused.class);
        return (ApplyResult.Refused) result;
    }

    private static ApplyResult.KeptFile keptResume(ApplyResult.Refused refused) {
        return Optional.ofNullable(refused.kept().get("resume")).orElseThrow();
    }

    private void awaitParsed(ResumeId resume) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> in(() -> resumes.find(resume).orElseThrow()).isParsed());
    }

    private int failedAttempts(ResumeId resume) {
        return jdbc.sql("""
                        select coalesce(max(consecutive_failures), 0) from platform.scheduled_tasks
                        where task_name = 'intake.read_resume' and task_instance = ?""")
                .param(organization + ":" + resume)
                .query(Integer.class)
                .single();
    }

    private Message messageTo(ApplyResult.Accepted accepted) {
        return in(() -> messages.of(accepted.application().candidate())).getFirst();
    }

    private List<String> happenings() {
        return in(() -> journal.after(0, 100)).stream().map(Activity::type).toList();
    }

    private <T> T in(Supplier<T> work) {
        return Tenancy.in(organization, work);
    }

    private static String tokenOf(ApplyResult.Accepted accepted) {
        return accepted.statusPath().orElseThrow().replaceAll(".*/", "");
    }

    /** A page with a picture on it and no letter. */
    private static byte[] scannedPage() throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            document.addPage(page);
            BufferedImage picture = new BufferedImage(600, 800, BufferedImage.TYPE_BYTE_GRAY);
            picture.createGraphics().fillRect(40, 40, 300, 20);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(LosslessFactory.createFromImage(document, picture), 0, 0);
            }
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static Upload upload(String name, String text) {
        return new Upload(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
