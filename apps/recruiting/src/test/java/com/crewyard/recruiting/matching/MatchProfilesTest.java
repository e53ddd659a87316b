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
class MatchProfilesTest {

    private static final String PROFILE = "/api/v1/matching/profile";

    private final Recruiting recruiting;

    MatchProfilesTest(Recruiting recruiting) {
        this.recruiting = recruiting;
    }

    @Test
    void startsFromTheStandard() {
        JsonNode profile = recruiting.newOrganization().get(PROFILE).mustBe(200).json();
        assertThat(profile.get("profile").asString()).isEqualTo("standard");
        assertThat(profile.get("latest_version").asInt()).isZero();
        assertThat(profile.get("weights").get("required_skills").asInt()).isEqualTo(40);
        assertThat(profile.get("weights").get("languages").asInt()).isZero();
    }

    @Test
    void ranksAtOnceByNewWeightsAndNamesTheirVersion() {
        Api admin = recruiting.newOrganization();
        long job = job(admin, "Nurse", "Java");
        long nurse = candidate(admin, "Ana Ito", "Nurse", List.of());
        long developer = candidate(admin, "Dev Sharp", "Gardener", List.of("Java"));
        admin.put(PROFILE, change(0, Map.of("required_skills", 100, "title", 1, "meaning", 0, "text", 0)))
                .mustBe(200);
        assertThat(best(admin, job, "organization-1")).isEqualTo(developer);

        admin.put(PROFILE, change(1, Map.of("required_skills", 0, "title", 100)))
                .mustBe(200);
        assertThat(best(admin, job, "organization-2")).isEqualTo(nurse);

        admin.put(jobProfile(job), change(0, Map.of("required_skills", 100, "title", 1, "meaning", 0, "text", 0)))
                .mustBe(200);
        assertThat(best(admin, job, "job-1")).isEqualTo(developer);

        admin.delete(jobProfile(job) + "?latest_version=1").mustBe(204);
        assertThat(best(admin, job, "organization-2")).isEqualTo(nurse);
        admin.delete(PROFILE + "?latest_version=2").mustBe(204);
        best(admin, job, "standard");
        assertThat(admin.get(PROFILE + "/versions").json().get("items").size()).isEqualTo(2);
    }

    @Test
    void worksStatementsIntoTheWeights() {
        Api admin = recruiting.newOrganization();
        JsonNode changed = admin.put(
                        PROFILE,
                        Map.of(
                                "latest_version",
                                0,
                                "preferences",
                                List.of(Map.of("more", "location", "less", "title", "strength", "clearly"))))
                .mustBe(200)
                .json();
        JsonNode effective = changed.get("effective_weights");
        assertThat(effective.get("location").asDouble() / effective.get("title").asDouble())
                .isBetween(1.9999, 2.0001);
    }

    @Test
    void refusesWhatCannotBeAndSaysWhy() {
        Api admin = recruiting.newOrganization();
        String contradiction = admin.put(
                        PROFILE,
                        Map.of(
                                "preferences",
                                List.of(
                                        Map.of("more", "location", "less", "title"),
                                        Map.of("more", "title", "less", "location"))))
                .mustBe(422)
                .text();
        assertThat(contradiction).contains("contradict each other: Location over Title; Title over Location");
        assertThat(admin.put(PROFILE, change(0, Map.of("title", 101)))
                        .mustBe(422)
                        .text())
                .contains("from 0 to 100; 101 is not");
        assertThat(admin.put(PROFILE, change(0, Map.of("charm", 10)))
                        .mustBe(422)
                        .text())
                .contains("charm", "required_skills");
        assertThat(admin.put(PROFILE, change(0, Map.of("title", 0, "meaning", 0, "text", 0)))
                        .mustBe(422)
                        .text())
                .contains("would rank nobody");
        admin.put(PROFILE, change(3, Map.of())).mustBe(409);
        admin.put(jobProfile(999_999_999), change(0, Map.of())).mustBe(404);
        long job = job(admin, "Nurse");
        admin.put(jobProfile(job), Map.of("wanted_answers", Map.of("1", "yes"))).mustBe(422);
    }

    @Test
    void hearsOfSomebodyWhoWasFaster() {
        Api admin = recruiting.newOrganization();
        admin.put(PROFILE, change(0, Map.of("title", 30))).mustBe(200);
        assertThat(admin.put(PROFILE, change(0, Map.of("title", 40)))
                        .mustBe(409)
                        .text())
                .contains("version 1, you saw 0");
    }

    @Test
    void scoresApplicationsAnewAfterAChange() {
        Api admin = recruiting.newOrganization();
        long job = job(admin, "Nurse", "Java");
        long candidate = candidate(admin, "Ana Ito", "Nurse", List.of());
        long application = admin.post("/api/v1/applications", Map.of("job_id", job, "candidate_id", candidate))
                .mustBe(201)
                .json()
                .get("id")
                .asLong();
        await().atMost(Duration.ofSeconds(30)).until(() -> score(admin, application) > 0);
        int before = score(admin, application);

        admin.put(jobProfile(job), change(0, Map.of("required_skills", 0, "title", 100)))
                .mustBe(200);

        await().atMost(Duration.ofSeconds(30)).until(() -> score(admin, application) > before);
    }

    private static int score(Api admin, long application) {
        return admin.get("/api/v1/applications/" + application)
                .json()
                .get("match_score")
                .asInt(0);
    }

    private static long best(Api admin, long job, String profile) {
        JsonNode best = admin.post("/api/v1/matching/candidates_for_job", Map.of("job_id", job))
                .mustBe(200)
                .json()
                .get("matches")
                .get(0);
        assertThat(best.get("profile").asString()).isEqualTo(profile);
        return best.get("candidate_id").asLong();
    }

    private static Map<String, Object> change(int seen, Map<String, Integer> weights) {
        return Map.of("latest_version", seen, "weights", weights);
    }

    private static String jobProfile(long job) {
        return "/api/v1/matching/jobs/%d/profile".formatted(job);
    }

    private static long job(Api api, String title, String... skills) {
        return api.post("/api/v1/jobs", Map.of("title", title, "required_skills", List.of(skills)))
                .mustBe(201)
                .json()
                .get("id")
                .asLong();
    }

    private static long candidate(Api api, String name, String title, List<String> skills) {
        long id = api.post("/api/v1/candidates", Map.of("full_name", name, "current_title", title))
                .mustBe(201)
                .json()
                .get("id")
                .asLong();
        if (!skills.isEmpty()) {
            api.put("/api/v1/candidates/%d/profile/skills".formatted(id), Map.of("value", skills))
                    .mustBe(200);
        }
        return id;
    }
}
