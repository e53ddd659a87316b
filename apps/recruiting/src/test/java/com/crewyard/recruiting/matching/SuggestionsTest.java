package com.crewyard.recruiting.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.recruiting.Recruiting;
import com.crewyard.recruiting.Recruiting.Api;
import com.crewyard.recruiting.RecruitingTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@RecruitingTest
class SuggestionsTest {

    private final Recruiting recruiting;

    SuggestionsTest(Recruiting recruiting) {
        this.recruiting = recruiting;
    }

    @Test
    void suggestsWhatDecisionsSayAndChangesNothingByItself() {
        Api admin = recruiting.newOrganization();
        long job = jobWithDecisions(admin, 12);

        JsonNode suggestion = suggestion(admin, job);

        assertThat(suggestion.get("kind").asString()).isEqualTo("LOCATION");
        assertThat(suggestion.get("advanced").asInt()).isEqualTo(12);
        assertThat(suggestion.get("rejected").asInt()).isEqualTo(12);
        assertThat(profile(admin, job).get("profile").asString()).isEqualTo("standard");
    }

    @Test
    void changesTheJobsWeightWhenAPersonAccepts() {
        Api admin = recruiting.newOrganization();
        long job = jobWithDecisions(admin, 12);
        int to = suggestion(admin, job).get("to").asInt();

        admin.post(path(job) + "/acceptance", Map.of("criterion", "title")).mustBe(409);
        admin.post(path(job) + "/acceptance", Map.of("criterion", "location", "latest_version", 0))
                .mustBe(200);

        JsonNode profile = profile(admin, job);
        assertThat(profile.get("profile").asString()).isEqualTo("job-1");
        assertThat(profile.get("weights").get("location").asInt()).isEqualTo(to);
    }

    @Test
    void doesNotAskAgainWhatWasDismissed() {
        Api admin = recruiting.newOrganization();
        long job = jobWithDecisions(admin, 12);

        admin.post(path(job) + "/dismissal", Map.of("criterion", "location")).mustBe(204);

        assertThat(suggestion(admin, job).isNull()).isTrue();
        assertThat(profile(admin, job).get("profile").asString()).isEqualTo("standard");
    }

    @Test
    void saysNothingOfFewDecisions() {
        Api admin = recruiting.newOrganization();
        assertThat(suggestion(admin, jobWithDecisions(admin, 9)).isNull()).isTrue();
    }

    /** Who lives near was invited, who lives far away was rejected; all else is the same. */
    private static long jobWithDecisions(Api admin, int each) {
        long job = admin.post("/api/v1/jobs", Map.of("title", "Nurse", "locations", List.of("Berlin, Germany")))
                .mustBe(201)
                .json()
                .get("id")
                .asLong();
        for (int i = 0; i < 2 * each; i++) {
            boolean near = i % 2 == 0;
            long candidate = admin.post(
                            "/api/v1/candidates",
                            Map.of(
                                    "full_name",
                                    "Person " + (char) ('A' + i),
                                    "current_title",
                                    "Nurse",
                                    "location",
                                    near ? "Berlin, Germany" : "Lyon, France"))
                    .mustBe(201)
                    .json()
                    .get("id")
                    .asLong();
            admin.post(
                            "/api/v1/applications",
                            Map.of("job_id", job, "candidate_id", candidate, "status", near ? "interview" : "rejected"))
                    .mustBe(201);
        }
        return job;
    }

    private static JsonNode suggestion(Api admin, long job) {
        return admin.get(path(job)).mustBe(200).json().get("suggestion");
    }

    private static JsonNode profile(Api admin, long job) {
        return admin.get("/api/v1/matching/jobs/%d/profile".formatted(job))
                .mustBe(200)
                .json();
    }

    private static String path(long job) {
        return "/api/v1/matching/jobs/%d/suggestion".formatted(job);
    }
}
