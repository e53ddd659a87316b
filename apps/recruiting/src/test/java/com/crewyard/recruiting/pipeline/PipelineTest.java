package com.crewyard.recruiting.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.kernel.ApplicationId;
import com.crewyard.kernel.JobId;
import com.crewyard.kernel.OrganizationId;
import com.crewyard.kernel.StageId;
import com.crewyard.kernel.UserId;
import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.Recruiting;
import com.crewyard.recruiting.Recruiting.Api;
import com.crewyard.recruiting.RecruitingTest;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Role;
import com.crewyard.recruiting.jobs.Hiring;
import com.crewyard.recruiting.jobs.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@RecruitingTest
class PipelineTest {

    private final Recruiting recruiting;
    private final Pipeline pipeline;
    private final Applications applications;
    private final Hiring hiring;
    private final Board board;

    private Api admin;
    private CurrentUser user;
    private JobId job;

    PipelineTest(Recruiting recruiting, Pipeline pipeline, Applications applications, Hiring hiring, Board board) {
        this.recruiting = recruiting;
        this.pipeline = pipeline;
        this.applications = applications;
        this.hiring = hiring;
        this.board = board;
        this.admin = recruiting.anonymous();
        this.user = new CurrentUser(new UserId(1), new OrganizationId(1), Role.VIEWER, "", "");
        this.job = new JobId(1);
    }

    @BeforeEach
    void publishAJob() {
        admin = recruiting.newOrganization();
        JsonNode me = admin.get("/api/v1/users/me").json();
        user = new CurrentUser(
                new UserId(me.get("id").asLong()),
                new OrganizationId(me.get("org_id").asLong()),
                Role.ORG_ADMIN,
                me.get("email").asString(),
                "Ada Admin");
        job = new JobId(admin.post("/api/v1/jobs", Map.of("title", "Nurse"))
                .mustBe(201)
                .json()
                .get("id")
                .asLong());
    }

    @Test
    void letsOneOfTwoWinWhoMoveTheSameCardAndTellsTheOther() throws Exception {
        Application application = applicationOf("Ana Ito", "applied");
        List<Callable<MoveResult>> moves = List.of(
                () -> in(() -> pipeline.move(user, application.id(), stage("screening"), application.version())),
                () -> in(() -> pipeline.move(user, application.id(), stage("interview"), application.version())));
        List<MoveResult> results = new ArrayList<>();
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<MoveResult> result : both.invokeAll(moves)) {
                results.add(result.get());
            }
        }
        assertThat(results).filteredOn(MoveResult.Moved.class::isInstance).hasSize(1);
        MoveResult.Stale stale = (MoveResult.Stale) results.stream()
                .filter(MoveResult.Stale.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(stale.sentence()).startsWith("Somebody moved this application first: it is in ");
    }

    @Test
    void fillsAnOpeningWithAHireAndFreesItWhenTheHireIsUndone() {
        Application application = applicationOf("Ana Ito", "offer");
        MoveResult.Moved hired =
                moved(in(() -> pipeline.move(user, application.id(), stage("hired"), application.version())));
        assertThat(hired.application().state()).isEqualTo(ApplicationState.HIRED);
        assertThat(hired.openings().orElseThrow().allFilled()).isTrue();
        MoveResult.Moved undone = moved(in(
                () -> pipeline.undo(user, application.id(), hired.application().version())));
        assertThat(undone.application().status()).isEqualTo("offer");
        assertThat(in(() -> hiring.openings(job)).filled()).isZero();
    }

    @Test
    void undoesARejectionOnce() {
        Application application = applicationOf("Ana Ito", "interview");
        long reason = in(() -> pipeline.rejectionReasons().getFirst().id());
        MoveResult.Moved rejected = moved(in(() ->
                pipeline.reject(user, application.id(), Optional.of(reason), Optional.empty(), application.version())));
        assertThat(rejected.application().rejectionReason()).isPresent();
        MoveResult.Moved back = moved(in(() ->
                pipeline.undo(user, application.id(), rejected.application().version())));
        assertThat(back.application().status()).isEqualTo("interview");
        assertThat(back.application().rejectionReason()).isEmpty();
        assertThat(in(() ->
                        pipeline.undo(user, application.id(), back.application().version())))
                .isInstanceOf(MoveResult.Refused.class);
    }

    @Test
    void refusesAStageOfAnotherJob() {
        Application application = applicationOf("Ana Ito", "applied");
        JobId other = new JobId(admin.post("/api/v1/jobs", Map.of("title", "Cook"))
                .json()
                .get("id")
                .asLong());
        StageId foreign = in(() -> hiring.stages(other)).getFirst().id();
        assertThat(in(() -> pipeline.move(user, application.id(), foreign, application.version())))
                .isInstanceOf(MoveResult.Refused.class);
    }

    @Test
    void leavesTheUntouchableOutOfABulkMove() {
        Application active = applicationOf("Ana Ito", "applied");
        Application withdrawn = applicationOf("Ben Sato", "withdrawn");
        Pipeline.BulkResult result =
                in(() -> pipeline.moveAll(user, List.of(active.id(), withdrawn.id()), stage("screening")));
        assertThat(result.changed()).extracting(Application::id).containsExactly(active.id());
        assertThat(result.refused()).hasSize(1);
    }

    @Test
    void countsAndFiltersTheColumnsOfABoard() {
        applicationOf("Ana Ito", "applied");
        applicationOf("Ben Sato", "applied");
        applicationOf("Cleo Abe", "rejected");
        assertThat(cardsOf(Board.Filter.NONE)).containsExactlyInAnyOrder("Ana Ito", "Ben Sato");
        assertThat(cardsOf(filter("ito", false))).containsExactly("Ana Ito");
        assertThat(cardsOf(filter("%", false))).isEmpty();
        assertThat(cardsOf(new Board.Filter(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        Board.Order.NEWEST)))
                .containsExactly("Cleo Abe");
    }

    @Test
    void readsAColumnInWindowsThatNeitherLoseNorRepeatACard() {
        for (int number = 0; number < Board.WINDOW + 15; number++) {
            Application application = applicationOf("Person " + number, "applied");
            // A person's score, for the engine's own comes at a time of its own and moves the card.
            admin.patch("/api/v1/applications/" + application.id(), Map.of("fit_score", number % 7))
                    .mustBe(200);
        }
        for (Board.Order order : Board.Order.values()) {
            Board.Filter filter = new Board.Filter(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, order);
            List<ApplicationId> seen = new ArrayList<>();
            List<Board.Card> window = in(() -> board.columns(job, filter)).stream()
                    .filter(column -> column.stage().slug().equals("applied"))
                    .findFirst()
                    .orElseThrow()
                    .cards();
            while (!window.isEmpty()) {
                window.forEach(card -> seen.add(card.id()));
                ApplicationId last = seen.getLast();
                window = in(() -> board.following(job, stage("applied"), filter, last));
            }
            assertThat(seen).as(order.label()).hasSize(Board.WINDOW + 15).doesNotHaveDuplicates();
        }
    }

    @Test
    void speaksTheContractOfApplications() {
        Application application = applicationOf("Ana Ito", "applied");
        long candidate = application.candidate().value();
        admin.post("/api/v1/applications", Map.of("job_id", job.value(), "candidate_id", candidate))
                .mustBe(400);
        admin.post("/api/v1/applications", Map.of("job_id", job.value(), "candidate_id", 999_999_999))
                .mustBe(404);
        admin.post("/api/v1/applications", Map.of("job_id", 999_999_999, "candidate_id", candidate))
                .mustBe(404);
        admin.post("/api/v1/applications", Map.of("candidate_id", candidate)).mustBe(422);
        JsonNode changed = admin.patch(
                        "/api/v1/applications/" + application.id(), Map.of("status", "interview", "fit_score", 77))
                .mustBe(200)
                .json();
        assertThat(changed.get("status").asString()).isEqualTo("interview");
        assertThat(changed.get("fit_score").asInt()).isEqualTo(77);
        admin.patch("/api/v1/applications/" + application.id(), Map.of("status", "somewhere"))
                .mustBe(422);
        admin.patch("/api/v1/applications/" + application.id(), Map.of("fit_score", 101))
                .mustBe(422);
        assertThat(admin.get("/api/v1/applications?job_id=" + job)
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        admin.delete("/api/v1/applications/" + application.id()).mustBe(204);
        admin.get("/api/v1/applications/" + application.id()).mustBe(404);
    }

    private Application applicationOf(String name, String status) {
        long candidate = admin.post("/api/v1/candidates", Map.of("full_name", name))
                .mustBe(201)
                .json()
                .get("id")
                .asLong();
        long id = admin.post(
                        "/api/v1/applications",
                        Map.of("job_id", job.value(), "candidate_id", candidate, "status", status))
                .mustBe(201)
                .json()
                .get("id")
                .asLong();
        return in(() -> applications.get(new ApplicationId(id)));
    }

    private StageId stage(String slug) {
        return in(() -> hiring.stages(job)).stream()
                .filter(stage -> stage.slug().equals(slug))
                .map(Stage::id)
                .findFirst()
                .orElseThrow();
    }

    private List<String> cardsOf(Board.Filter filter) {
        return in(() -> board.columns(job, filter)).stream()
                .flatMap(column -> column.cards().stream())
                .map(Board.Card::name)
                .toList();
    }

    private static Board.Filter filter(String words, boolean closed) {
        return new Board.Filter(
                Optional.of(words), Optional.empty(), Optional.empty(), Optional.empty(), closed, Board.Order.NEWEST);
    }

    private static MoveResult.Moved moved(MoveResult result) {
        assertThat(result).isInstanceOf(MoveResult.Moved.class);
        return (MoveResult.Moved) result;
    }

    private <T> T in(Supplier<T> work) {
        return Tenancy.in(user.organization(), work);
    }
}
