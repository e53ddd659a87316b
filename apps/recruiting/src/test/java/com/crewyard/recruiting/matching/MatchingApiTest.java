package com.crewyard.recruiting.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.crewyard.recruiting.Recruiting;
import com.crewyard.recruiting.Recruiting.Api;
import com.crewyard.recruiting.RecruitingTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@RecruitingTest
class MatchingApiTest {

    private final Recruiting recruiting;

    MatchingApiTest(Recruiting recruiting) {
        this.recruiting = recruiting;
    }

    @Test
    void ranksWhoFitsFirstAndSaysWhy() {
        Api admin = recruiting.newOrganization();
        long job = job(admin, "Backend Developer", "Java", "PostgreSQL");
        candidate(admin, "Wanda Weld", "Welder");
        long developer = candidate(admin, "Dev Sharp", "Java Developer");
        JsonNode answer = admin.post("/api/v1/matching/candidates_for_job", Map.of("job_id", job))
                .mustBe(200)
                .json();
        assertThat(answer.get("job_id").asLong()).isEqualTo(job);
        JsonNode best = answer.get("matches").get(0);
        assertThat(best.get("candidate_id").asLong()).isEqualTo(developer);
        assertThat(best.propertyNames())
                .contains(
                        "candidate_id",
                        "full_name",
                        "current_title",
                        "current_company",
                        "location",
                        "score",
                        "reason",
                        "strategy");
        assertThat(best.get("score").asInt()).isBetween(1, 100);
        assertThat(best.get("score").asInt())
                .isGreaterThan(answer.get("matches").get(1).get("score").asInt());
        assertThat(best.get("strategy").asString()).isEqualTo("local");
        assertThat(best.get("reason").asString()).isNotBlank();
    }

    @Test
    void weighsMeaningWithVectorsOfThisProcess() {
        Api admin = recruiting.newOrganization();
        long job = job(admin, "Pediatric Nurse");
        candidate(admin, "Wanda Weld", "Welder");
        long nurse = candidate(admin, "Ana Ito", "Registered nurse in a children's hospital");
        JsonNode best = admin.post("/api/v1/matching/candidates_for_job", Map.of("job_id", job))
                .mustBe(200)
                .json()
                .get("matches")
                .get(0);
        assertThat(best.get("candidate_id").asLong()).isEqualTo(nurse);
        assertThat(best.get("score").asInt()).isGreaterThan(40);
        assertThat(best.get("reason").asString()).contains("trade");
    }

    @Test
    void answersTheSameTwice() {
        Api admin = recruiting.newOrganization();
        long job = job(admin, "Nurse", "Triage");
        candidate(admin, "Ana Ito", "Nurse");
        Map<String, Object> request = Map.of("job_id", job, "limit", 5);
        assertThat(admin.post("/api/v1/matching/candidates_for_job", request).json())
                .isEqualTo(admin.post("/api/v1/matching/candidates_for_job", request)
                        .json());
    }

    @Test
    void findsOpenJobsForACandidate() {
        Api admin = recruiting.newOrganization();
        long nurse = job(admin, "Nurse", "Triage");
        job(admin, "Welder", "MIG welding");
        long candidate = candidate(admin, "Ana Ito", "Nurse");
        JsonNode answer = admin.post("/api/v1/matching/jobs_for_candidate", Map.of("candidate_id", candidate))
                .mustBe(200)
                .json();
        JsonNode best = answer.get("matches").get(0);
        assertThat(best.get("job_id").asLong()).isEqualTo(nurse);
        assertThat(best.propertyNames())
                .contains("job_id", "title", "location", "status", "score", "reason", "strategy");
    }

    @Test
    void scoresAnApplicationSoonAfterItIsMade() {
        Api admin = recruiting.newOrganization();
        long job = job(admin, "Nurse", "Triage");
        long candidate = candidate(admin, "Ana Ito", "Nurse");
        long application = admin.post("/api/v1/applications", Map.of("job_id", job, "candidate_id", candidate))
                .mustBe(201)
                .json()
                .get("id")
                .asLong();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> admin.get("/api/v1/applications/" + application)
                        .json()
                        .get("match_score")
                        .isNumber());
    }

    @Test
    void comparesOnlyThoseWhomAFilterLeaves() {
        Api admin = recruiting.newOrganization();
        long job = job(admin, "Nurse", "Triage");
        candidate(admin, "Ana Ito", "Nurse");
        long senior = admin.post(
                        "/api/v1/candidates",
                        Map.of("full_name", "Bea Long", "current_title", "Nurse", "experience_years", 12))
                .mustBe(201)
                .json()
                .get("id")
                .asLong();
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () -> assertThat(matched(admin, job, "years:>=10")).containsExactly(senior));
        assertThat(matched(admin, job, "years:>=10 years:<3")).isEmpty();
        assertThat(matched(admin, job, "")).hasSize(2);
    }

    @Test
    void refusesAFilterThatItDoesNotUnderstand() {
        Api admin = recruiting.newOrganization();
        long job = job(admin, "Nurse", "Triage");
        JsonNode refused = admin.post(
                        "/api/v1/matching/candidates_for_job", Map.of("job_id", job, "filter", "years:many"))
                .mustBe(422)
                .json();
        assertThat(refused.toString()).contains("filter").contains("many");
    }

    private static List<Long> matched(Api api, long job, String filter) {
        return api.post("/api/v1/matching/candidates_for_job", Map.of("job_id", job, "filter", filter))
                .mustBe(200)
                .json()
                .get("matches")
                .valueStream()
                .map(match -> match.get("candidate_id").asLong())
                .toList();
    }

    @Test
    void refusesWhatIsNotThere() {
        Api admin = recruiting.newOrganization();
        admin.post("/api/v1/matching/candidates_for_job", Map.of("job_id", 999_999_999))
                .mustBe(404);
        admin.post("/api/v1/matching/jobs_for_candidate", Map.of("candidate_id", 999_999_999))
                .mustBe(404);
        admin.post("/api/v1/matching/candidates_for_job", Map.of()).mustBe(422);
        long job = job(admin, "Nurse", "Triage");
        admin.post("/api/v1/matching/candidates_for_job", Map.of("job_id", job, "limit", 0))
                .mustBe(422);
        recruiting
                .newOrganization()
                .post("/api/v1/matching/candidates_for_job", Map.of("job_id", job))
                .mustBe(404);
    }

    private static long job(Api api, String title, String... skills) {
        return api.post("/api/v1/jobs", Map.of("title", title, "required_skills", List.of(skills)))
                .mustBe(201)
                .json()
                .get("id")
                .asLong();
    }

    private static long candidate(Api api, String name, String title) {
        return api.post("/api/v1/candidates", Map.of("full_name", name, "current_title", title))
                .mustBe(201)
                .json()
                .get("id")
                .asLong();
    }
}
