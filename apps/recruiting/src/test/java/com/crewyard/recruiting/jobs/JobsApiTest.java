package com.crewyard.recruiting.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.recruiting.Recruiting;
import com.crewyard.recruiting.Recruiting.Answer;
import com.crewyard.recruiting.Recruiting.Api;
import com.crewyard.recruiting.RecruitingTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@RecruitingTest
class JobsApiTest {

    private final Recruiting recruiting;

    JobsApiTest(Recruiting recruiting) {
        this.recruiting = recruiting;
    }

    @Test
    void answersWithEveryMemberOfTheContractAndItsDefaults() {
        JsonNode job = recruiting
                .newOrganization()
                .post("/api/v1/jobs", Map.of("title", "Electrician"))
                .mustBe(201)
                .json();
        assertThat(job.propertyNames())
                .contains(
                        "id",
                        "org_id",
                        "created_by_user_id",
                        "title",
                        "department",
                        "location",
                        "employment_type",
                        "remote_option",
                        "salary_min",
                        "salary_max",
                        "currency",
                        "description",
                        "required_skills",
                        "nice_to_have_skills",
                        "status",
                        "is_public");
        assertThat(job.get("currency").asString()).isEqualTo("USD");
        assertThat(job.get("status").asString()).isEqualTo("open");
        assertThat(job.get("is_public").asBoolean()).isFalse();
        assertThat(job.get("department").isNull()).isTrue();
        assertThat(job.get("required_skills").isArray()).isTrue();
    }

    @Test
    void changesOnlyTheMembersThatWereSent() {
        Api admin = recruiting.newOrganization();
        long id = create(admin, Map.of("title", "Cook", "department", "Kitchen", "salary_min", 30000));
        JsonNode job = admin.patch("/api/v1/jobs/" + id, "{\"title\": \"Head cook\", \"salary_min\": null}")
                .mustBe(200)
                .json();
        assertThat(job.get("title").asString()).isEqualTo("Head cook");
        assertThat(job.get("department").asString()).isEqualTo("Kitchen");
        assertThat(job.get("salary_min").isNull()).isTrue();
    }

    @Test
    void publishesThroughIsPublicAndTakesBackToo() {
        Api admin = recruiting.newOrganization();
        long id = create(admin, Map.of("title", "Cook", "is_public", true));
        assertThat(admin.get("/api/v1/jobs/" + id).json().get("post_state").asString())
                .isEqualTo("published");
        JsonNode hidden = admin.patch("/api/v1/jobs/" + id, Map.of("is_public", false))
                .mustBe(200)
                .json();
        assertThat(hidden.get("is_public").asBoolean()).isFalse();
    }

    @Test
    void listsNewestFirstWithTotalFilterAndTitleSearch() {
        Api admin = recruiting.newOrganization();
        create(admin, Map.of("title", "100% remote accountant"));
        create(admin, Map.of("title", "Accountant", "status", "closed"));
        create(admin, Map.of("title", "Welder"));
        JsonNode page = admin.get("/api/v1/jobs?limit=2").mustBe(200).json();
        assertThat(page.get("total").asInt()).isEqualTo(3);
        assertThat(page.get("items").get(0).get("title").asString()).isEqualTo("Welder");
        assertThat(page.get("items").size()).isEqualTo(2);
        assertThat(admin.get("/api/v1/jobs?q=accountant&status_filter=open")
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(admin.get("/api/v1/jobs?q=100%25").json().get("total").asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"title\": \"\"}; title",
                "{}; title",
                "{\"title\": 7}; title",
                "{\"title\": \"A\", \"salary_min\": \"much\"}; salary_min",
                "{\"title\": \"A\", \"salary_min\": 2, \"salary_max\": 1}; salary_max",
                "{\"title\": \"A\", \"salary_min\": -1}; salary_min",
                "{\"title\": \"A\", \"currency\": \"euro\"}; currency",
                "{\"title\": \"A\", \"status\": \"opened\"}; status",
                "{\"title\": \"A\", \"required_skills\": [1]}; required_skills",
                "{\"title\": \"A\", \"is_public\": \"yes\"}; is_public",
                "{\"title\":; body",
            })
    void namesTheFieldThatDoesNotHold(String body, String field) {
        Answer answer = recruiting.newOrganization().post("/api/v1/jobs", body).mustBe(422);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("detail").asString()).isNotBlank();
        assertThat(answer.json().get("errors").get(0).get("field").asString()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({"skip=-1", "limit=0", "limit=101", "limit=many", "status_filter=opn"})
    void refusesAWindowOutsideOfItsBounds(String query) {
        recruiting.newOrganization().get("/api/v1/jobs?" + query).mustBe(422);
    }

    @Test
    void hidesTheJobsOfOtherOrganizations() {
        long theirs = create(recruiting.newOrganization(), Map.of("title", "Secret"));
        Api other = recruiting.newOrganization();
        other.get("/api/v1/jobs/" + theirs).mustBe(404);
        other.patch("/api/v1/jobs/" + theirs, Map.of("title", "Mine")).mustBe(404);
        other.delete("/api/v1/jobs/" + theirs).mustBe(404);
        assertThat(other.get("/api/v1/jobs").json().get("total").asInt()).isZero();
    }

    @Test
    void deletesForGood() {
        Api admin = recruiting.newOrganization();
        long id = create(admin, Map.of("title", "Cook"));
        admin.delete("/api/v1/jobs/" + id).mustBe(204);
        admin.get("/api/v1/jobs/" + id).mustBe(404);
    }

    private static long create(Api api, Map<String, Object> job) {
        return api.post("/api/v1/jobs", job).mustBe(201).json().get("id").asLong();
    }
}
