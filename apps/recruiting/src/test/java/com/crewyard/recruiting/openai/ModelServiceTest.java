package com.crewyard.recruiting.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.kernel.OrganizationId;
import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.Recruiting;
import com.crewyard.recruiting.Recruiting.Api;
import com.crewyard.recruiting.RecruitingTest;
import com.crewyard.recruiting.matching.internal.embedding.VectorStore;
import com.crewyard.recruiting.openai.ModelService.Reply;
import com.crewyard.testing.VirtualClock;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Matching and the agent with a model service, and without it when it fails. */
@RecruitingTest
@ExtendWith(OutputCaptureExtension.class)
class ModelServiceTest {

    private static final ModelService SERVICE = new ModelService();
    private static final AtomicInteger STARTS = new AtomicInteger();
    private static final String RESUME = """
            Mira Example
            mira.example@example.com

            EXPERIENCE
            Registered Nurse, Harbour Clinic
            Jan 2019 - Present
            Triage and patient care on an intensive care ward. Colleagues call Mira calm. Also runs quibblefrotz drills.

            SKILLS
            Triage, Patient care
            """;

    private final Recruiting recruiting;
    private final JsonMapper json;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final VirtualClock clock;
    private final VectorStore vectors;

    ModelServiceTest(
            Recruiting recruiting,
            JsonMapper json,
            JdbcClient jdbc,
            TransactionOperations transactions,
            VirtualClock clock,
            VectorStore vectors) {
        this.recruiting = recruiting;
        this.json = json;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.vectors = vectors;
    }

    @DynamicPropertySource
    static void service(DynamicPropertyRegistry properties) {
        properties.add("crewyard.openai.api-key", () -> ModelService.KEY);
        properties.add("crewyard.openai.base-url", SERVICE::baseUrl);
        properties.add("crewyard.openai.matching", () -> "true");
        properties.add("crewyard.openai.embedding-patience", () -> "2s");
        properties.add("crewyard.openai.chat-patience", () -> "2s");
        properties.add("crewyard.openai.pause", () -> "5ms");
    }

    /** Whatever an earlier test broke has been left alone for long enough, although its clock was set back. */
    @BeforeEach
    void startAnew() {
        SERVICE.reset();
        clock.advance(Duration.ofHours(STARTS.incrementAndGet()));
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void comparesMeaningAndSaysSo() {
        Api admin = recruiting.newOrganization();
        long job = job(admin, "Crew Lead", "Leads the harbour crew through the night shift at the docks.");
        candidate(admin, "Dora Dry", "Accountant", "Keeps ledgers in order.");
        long near = candidate(admin, "Nia Near", "Foreman", "Leads the harbour crew through the night shift.");

        JsonNode best = match(admin, job).get(0);

        assertThat(best.get("candidate_id").asLong()).isEqualTo(near);
        assertThat(best.get("strategy").asString()).isEqualTo("openai");
        JsonNode meaning = criterion(best, "MEANING");
        assertThat(meaning.get("value").asDouble()).isGreaterThan(0.5);
        assertThat(meaning.get("finding").asString()).contains("close in meaning");
        assertThat(meaning.get("evidence").get(0).get("words").asString()).contains("harbour crew");
        JsonNode other = admin.post("/api/v1/matching/jobs_for_candidate", Map.of("candidate_id", near))
                .mustBe(200)
                .json()
                .get("matches")
                .get(0);
        assertThat(other.get("score")).isEqualTo(best.get("score"));
        assertThat(other.get("strategy").asString()).isEqualTo("openai");
    }

    @Test
    void asksForEachTextOnce() {
        Api admin = recruiting.newOrganization();
        long job = job(admin, "Nurse", "Care on a ward.");
        candidate(admin, "Ana Ito", "Nurse", "Ten years of intensive care.");
        JsonNode first = match(admin, job);
        assertThat(SERVICE.embedded()).hasSize(2).doesNotHaveDuplicates();

        assertThat(match(admin, job)).isEqualTo(first);
        candidate(admin, "Ben Oak", "Nurse", "Ward nurse in Leeds.");
        match(admin, job);

        assertThat(SERVICE.embedded()).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void keepsVectorsAndUsageWithinTheOrganization() {
        Api admin = recruiting.newOrganization();
        long job = job(admin, "Nurse", "Care on a ward.");
        candidate(admin, "Ana Ito", "Nurse", "Ten years of intensive care.");
        match(admin, job);
        OrganizationId organization = organization(admin);

        assertThat(count(organization, "select count(*) from matching.embedding"))
                .isEqualTo(2);
        assertThat(count(organization, "select sum(calls) from openai.usage")).isEqualTo(1);
        assertThat(count(organization, "select sum(input_tokens) from openai.usage"))
                .isEqualTo(10);
        OrganizationId other = organization(recruiting.newOrganization());
        assertThat(count(other, "select count(*) from matching.embedding")).isZero();
        assertThat(count(other, "select count(*) from openai.usage")).isZero();
    }

    @Test
    void forgetsVectorsThatNobodyAskedForInAMonth() {
        Api admin = recruiting.newOrganization();
        long job = job(admin, "Nurse", "Care on a ward.");
        candidate(admin, "Ana Ito", "Nurse", "Ten years of intensive care.");
        match(admin, job);
        OrganizationId organization = organization(admin);
        vectors.run();
        assertThat(count(organization, "select count(*) from matching.embedding"))
                .isEqualTo(2);

        clock.advance(Duration.ofDays(31));
        vectors.run();

        assertThat(count(organization, "select count(*) from matching.embedding"))
                .isZero();
    }

    @Test
    void sendsNothingThatTellsWhoSomebodyIs() throws IOException, InterruptedException {
        Api admin = recruiting.newOrganization();
        long job = job(admin, "Nurse", "Ask Ms Kay, kay@clinic.example, +49 30 1234567, about the ward.");
        upload(admin, "/api/v1/agent/candidates/from_resume", "resume", RESUME);
        match(admin, job);

        assertThat(SERVICE.requests()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(SERVICE.sent())
                .contains("Triage and patient care", "about the ward")
                .doesNotContain("Mira", "Example", "example.com", "clinic.example", "1234567");
    }

    @ParameterizedTest
    @ValueSource(strings = {"broken", "nonsense", "slow"})
    void ranksLocallyWhenTheServiceFails(String how, CapturedOutput output) {
        Api admin = recruiting.newOrganization();
        long job = job(admin, "Nurse", "Care on a ward.");
        long nurse = candidate(admin, "Ana Ito", "Nurse", "Ten years of intensive care.");
        SERVICE.always(
                switch (how) {
                    case "broken" -> Reply.status(500);
                    case "nonsense" -> Reply.text("{\"data\":[{\"index\":0,\"embedding\":[\"x\"]}]}");
                    default -> Reply.hanging();
                });

        JsonNode best = match(admin, job).get(0);

        assertThat(best.get("candidate_id").asLong()).isEqualTo(nurse);
        assertThat(best.get("strategy").asString()).isEqualTo("local");
        assertThat(best.get("criteria").toString()).contains("MEANING");
        assertThat(
                        count(
                                organization(admin),
                                "select count(*) from matching.run where fell_back is not null and engine like 'crewyard-local-2%'"))
                .isEqualTo(1);
        assertThat(output.getAll())
                .contains("matching went on without the service")
                .doesNotContain(ModelService.KEY, "intensive care");
    }

    @Test
    void stopsAskingABrokenServiceAndComesBackToIt() {
        Api admin = recruiting.newOrganization();
        long job = job(admin, "Nurse", "Care on a ward.");
        candidate(admin, "Ana Ito", "Nurse", "Ten years of intensive care.");
        SERVICE.always(Reply.status(503));
        for (int run = 0; run < 3; run++) {
            assertThat(match(admin, job).get(0).get("strategy").asString()).isEqualTo("local");
        }
        int asked = SERVICE.requests().size();
        assertThat(match(admin, job).get(0).get("strategy").asString()).isEqualTo("local");
        assertThat(SERVICE.requests()).hasSize(asked);

        SERVICE.always(Reply.honest());
        clock.advance(Duration.ofMinutes(2));
        assertThat(match(admin, job).get(0).get("strategy").asString()).isEqualTo("openai");
    }

    @Test
    void believesAModelOnlyWhatThePromptSays() {
        SERVICE.chat(Map.of(
                "title", "harbour pilot lead",
                "department", "Treasury",
                "locations", List.of("Hamburg", "Paris"),
                "remote_words", "fully remote",
                "employment_words", "part-time",
                "salary_words", "200,000 EUR",
                "required_skills", List.of("Quay radio", "Juggling"),
                "nice_to_have_skills", List.of("Polish", "quay radio")));
        JsonNode job = recruiting
                .newOrganization()
                .post(
                        "/api/v1/agent/jobs/from_prompt",
                        Map.of(
                                "prompt",
                                "Create a job for a harbour pilot lead in Hamburg, part-time, 80-95k EUR, must know"
                                        + " quay radio, Polish is a plus"))
                .mustBe(200)
                .json()
                .get("job");

        assertThat(job.get("title").asString()).isEqualTo("Harbour Pilot Lead");
        assertThat(job.get("department").isNull()).isTrue();
        assertThat(job.get("location").asString()).contains("Hamburg").doesNotContain("Paris");
        assertThat(job.get("remote_option").isNull()).isTrue();
        assertThat(job.get("employment_type").asString()).contains("part");
        assertThat(job.get("salary_min").asLong()).isEqualTo(80_000);
        assertThat(job.get("salary_max").asLong()).isEqualTo(95_000);
        assertThat(job.get("required_skills").valueStream().map(JsonNode::asString))
                .containsExactly("Quay radio");
        assertThat(job.get("nice_to_have_skills").valueStream().map(JsonNode::asString))
                .containsExactly("Polish");
    }

    @ParameterizedTest
    @ValueSource(strings = {"broken", "nonsense", "slow"})
    void readsPromptsItselfWhenTheServiceFails(String how) {
        SERVICE.always(
                switch (how) {
                    case "broken" -> Reply.status(500);
                    case "nonsense" -> Reply.text("{\"choices\":[{\"message\":{\"content\":\"[1,2\"}}]}");
                    default -> Reply.hanging();
                });
        JsonNode job = recruiting
                .newOrganization()
                .post("/api/v1/agent/jobs/from_prompt", Map.of("prompt", "Create a job for a nurse in Hamburg"))
                .mustBe(200)
                .json()
                .get("job");

        assertThat(job.get("title").asString()).isEqualTo("Nurse");
        assertThat(job.get("location").asString()).contains("Hamburg");
    }

    @Test
    void addsOnlyWhatTheResumeSays() throws IOException, InterruptedException {
        SERVICE.chat(Map.of(
                "headline", "Chief Physician",
                "current_title", "Surgeon",
                "skills", List.of("quibblefrotz drills", "Brain surgery")));
        Api admin = recruiting.newOrganization();

        JsonNode candidate = upload(admin, "/api/v1/agent/candidates/from_resume", "resume", RESUME)
                .get("candidate");

        assertThat(candidate.get("full_name").asString()).isEqualTo("Mira Example");
        assertThat(candidate.get("current_title").asString()).isEqualTo("Registered Nurse");
        assertThat(candidate.get("headline").isNull()
                        || !candidate.get("headline").asString().contains("Physician"))
                .isTrue();
        String skills = transactionsIn(
                organization(admin),
                "select array_to_string(skills, ',') from candidates.candidate where id = " + candidate.get("id"));
        assertThat(skills).contains("quibblefrotz drills", "Triage").doesNotContain("Brain");
    }

    private JsonNode match(Api api, long job) {
        return api.post("/api/v1/matching/candidates_for_job", Map.of("job_id", job))
                .mustBe(200)
                .json()
                .get("matches");
    }

    private static JsonNode criterion(JsonNode match, String kind) {
        return match.get("criteria")
                .valueStream()
                .filter(criterion -> criterion.get("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private long count(OrganizationId organization, String sql) {
        return Long.parseLong(transactionsIn(organization, "select (" + sql + ")::text"));
    }

    private String transactionsIn(OrganizationId organization, String sql) {
        return Tenancy.in(
                organization,
                () -> transactions.execute(
                        _ -> jdbc.sql(sql).query(String.class).single()));
    }

    private static OrganizationId organization(Api api) {
        return new OrganizationId(
                api.get("/api/v1/users/me").json().get("org_id").asLong());
    }

    private JsonNode upload(Api api, String path, String part, String content)
            throws IOException, InterruptedException {
        String body = "--x\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"file.txt\"\r\n".formatted(part)
                + "Content-Type: application/octet-stream\r\n\r\n" + content + "\r\n--x--\r\n";
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(recruiting.uri(path))
                                .header("Authorization", "Bearer " + api.token())
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private static long job(Api api, String title, String description) {
        return api.post("/api/v1/jobs", Map.of("title", title, "description", description))
                .mustBe(201)
                .json()
                .get("id")
                .asLong();
    }

    private static long candidate(Api api, String name, String title, String headline) {
        return api.post("/api/v1/candidates", Map.of("full_name", name, "current_title", title, "headline", headline))
                .mustBe(201)
                .json()
                .get("id")
                .asLong();
    }
}
