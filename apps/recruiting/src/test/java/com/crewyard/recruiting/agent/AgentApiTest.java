package com.crewyard.recruiting.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.recruiting.Recruiting;
import com.crewyard.recruiting.Recruiting.Api;
import com.crewyard.recruiting.RecruitingTest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RecruitingTest
class AgentApiTest {

    private static final String RESUME = """
            Mira Example
            mira.example@example.com

            EXPERIENCE
            Registered Nurse, Harbour Clinic
            Jan 2019 - Present
            Triage and patient care on an intensive care ward.

            SKILLS
            Triage, Patient care
            """;

    private final Recruiting recruiting;
    private final JsonMapper json;

    AgentApiTest(Recruiting recruiting, JsonMapper json) {
        this.recruiting = recruiting;
        this.json = json;
    }

    @Test
    void makesAJobOfWhatAPromptSays() {
        Api admin = recruiting.newOrganization();
        String prompt =
                "Create a job for a senior backend engineer in Berlin, remote ok, 80-95k EUR, must know Java and"
                        + " Postgres, Kafka is a plus";
        JsonNode answer = admin.post("/api/v1/agent/jobs/from_prompt", Map.of("prompt", prompt))
                .mustBe(200)
                .json();
        assertThat(answer.get("raw_prompt").asString()).isEqualTo(prompt);
        JsonNode job = answer.get("job");
        assertThat(job.get("title").asString()).containsIgnoringCase("backend engineer");
        assertThat(job.get("location").asString()).contains("Berlin");
        assertThat(job.get("salary_min").asLong()).isEqualTo(80_000);
        assertThat(job.get("salary_max").asLong()).isEqualTo(95_000);
        assertThat(job.get("currency").asString()).isEqualTo("EUR");
        assertThat(job.get("required_skills").toString()).contains("Java", "Postgre");
        assertThat(job.get("nice_to_have_skills").toString()).contains("Kafka");
        assertThat(admin.get("/api/v1/jobs/" + job.get("id").asLong()).json().get("title"))
                .isEqualTo(job.get("title"));
    }

    @Test
    void refusesAPromptWithoutAJob() {
        recruiting
                .newOrganization()
                .post("/api/v1/agent/jobs/from_prompt", Map.of("prompt", "  "))
                .mustBe(422);
    }

    @Test
    void makesACandidateOfAResume() throws IOException, InterruptedException {
        Api admin = recruiting.newOrganization();
        JsonNode answer = upload(admin, "/api/v1/agent/candidates/from_resume", "resume", RESUME);
        assertThat(answer.get("candidate").get("full_name").asString()).isEqualTo("Mira Example");
        assertThat(answer.get("candidate").get("current_title").asString()).isEqualTo("Registered Nurse");
        assertThat(answer.get("summary").asString()).contains("Mira Example");
    }

    @Test
    void knowsAPersonAgainWhoseResumeComesTwice() throws IOException, InterruptedException {
        Api admin = recruiting.newOrganization();
        JsonNode first = upload(admin, "/api/v1/agent/candidates/from_resume", "resume", RESUME);
        JsonNode second = upload(admin, "/api/v1/agent/candidates/from_resume", "resume", RESUME);
        assertThat(id(second.get("candidate"))).isEqualTo(id(first.get("candidate")));
        assertThat(second.get("summary").asString()).contains("Known before");
        assertThat(admin.get("/api/v1/candidates").json().get("total").asLong()).isEqualTo(1);
    }

    @Test
    void makesAJobOfARequisition() throws IOException, InterruptedException {
        Api admin = recruiting.newOrganization();
        JsonNode answer = upload(admin, "/api/v1/agent/jobs/from_req", "job_req", """
                Job title: Electrician
                Location: Leeds, United Kingdom
                Requirements
                - Wiring
                """);
        assertThat(answer.get("filename").asString()).isEqualTo("file.txt");
        assertThat(answer.get("job").get("title").asString()).isEqualTo("Electrician");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "list jobs | 1 jobs:",
                "show me all open jobs | 1 open jobs:",
                "List candidates | Ana Ito",
                "summarize candidate {candidate} | Ana Ito",
                "Tell me about candidate #{candidate} | Ana Ito",
                "match candidates for job {job} | Best matches for job",
                "who fits job {job}? which ones | Best matches for job",
                "match jobs for candidate {candidate} | Best jobs for candidate",
                "show applications for job {job} | 1 applications for job",
                "show the pipeline for job {job} | 1 applications for job",
                "summarize candidate 999999999 | There is no candidate",
                "what is the weather | I can do this",
                "create a job for a nurse in Hamburg | Created job",
            })
    void understandsCommandsInWords(String message, String expected) {
        Api admin = recruiting.newOrganization();
        long job = id(
                admin.post("/api/v1/jobs", Map.of("title", "Nurse")).mustBe(201).json());
        long candidate = id(admin.post("/api/v1/candidates", Map.of("full_name", "Ana Ito"))
                .mustBe(201)
                .json());
        admin.post("/api/v1/applications", Map.of("job_id", job, "candidate_id", candidate))
                .mustBe(201);
        String filled = message.replace("{job}", Long.toString(job)).replace("{candidate}", Long.toString(candidate));
        JsonNode answer = admin.post("/api/v1/agent/chat", Map.of("message", filled, "mode", "recruiter_assistant"))
                .mustBe(200)
                .json();
        assertThat(answer.get("reply").asString()).contains(expected);
        assertThat(answer.get("conversation_id").isIntegralNumber()).isTrue();
    }

    @Test
    void goesOnWithAConversationOfItsOwnOnly() {
        Api admin = recruiting.newOrganization();
        long conversation = admin.post("/api/v1/agent/chat", Map.of("message", "list jobs"))
                .json()
                .get("conversation_id")
                .asLong();
        Map<String, Object> next = Map.of("message", "list jobs", "conversation_id", conversation);
        assertThat(admin.post("/api/v1/agent/chat", next)
                        .mustBe(200)
                        .json()
                        .get("conversation_id")
                        .asLong())
                .isEqualTo(conversation);
        recruiting.newOrganization().post("/api/v1/agent/chat", next).mustBe(404);
        admin.post("/api/v1/agent/chat", Map.of("message", " ")).mustBe(422);
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

    private static long id(JsonNode created) {
        return created.get("id").asLong();
    }
}
