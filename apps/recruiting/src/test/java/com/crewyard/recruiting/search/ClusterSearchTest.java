package com.crewyard.recruiting.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.recruiting.Recruiting;
import com.crewyard.recruiting.Recruiting.Api;
import com.crewyard.recruiting.RecruitingTest;
import com.crewyard.recruiting.search.internal.opensearch.OpenSearchNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The whole application with its search in a cluster. */
@RecruitingTest
@DirtiesContext
class ClusterSearchTest {

    private static final Duration A_WHILE = Duration.ofSeconds(30);

    private final Recruiting recruiting;

    ClusterSearchTest(Recruiting recruiting) {
        this.recruiting = recruiting;
    }

    @DynamicPropertySource
    static void inTheCluster(DynamicPropertyRegistry properties) {
        properties.add("crewyard.search.engine", () -> "opensearch");
        properties.add("crewyard.search.opensearch-url", OpenSearchNode::address);
        properties.add(
                "crewyard.search.opensearch-prefix",
                () -> "app-" + ProcessHandle.current().pid());
    }

    @Test
    void searchesAndMatchesWithinOneOrganization() {
        Api admin = recruiting.newOrganization();
        Api other = recruiting.newOrganization();
        hire(admin, "Ana Ito", "Welder");
        hire(admin, "Bo Lind", "Java Developer");
        hire(other, "Cy Moe", "Welder");

        JsonNode found = found(admin, "welder", 1);
        assertThat(found.toString()).contains("Ana Ito").doesNotContain("Cy Moe");
        assertThat(found.get("facets").toString()).contains("Welder");

        long job = admin.post("/api/v1/jobs", Map.of("title", "Welder", "required_skills", List.of("Welding")))
                .mustBe(201)
                .json()
                .get("id")
                .asLong();
        JsonNode matches = admin.post(
                        "/api/v1/matching/candidates_for_job", Map.of("job_id", job, "filter", "title:welder"))
                .mustBe(200)
                .json()
                .get("matches");
        assertThat(matches).hasSize(1);
        assertThat(matches.get(0).get("full_name").asString()).isEqualTo("Ana Ito");
    }

    @Test
    void followsAChange() {
        Api admin = recruiting.newOrganization();
        long id = hire(admin, "Dora Elm", "Baker");
        found(admin, "baker", 1);
        admin.patch("/api/v1/candidates/" + id, Map.of("current_title", "Confectioner"))
                .mustBe(200);
        found(admin, "confectioner", 1);
        admin.delete("/api/v1/candidates/" + id).mustBe(204);
        found(admin, "confectioner", 0);
    }

    private static long hire(Api admin, String name, String title) {
        return admin.post("/api/v1/candidates", Map.of("full_name", name, "current_title", title))
                .mustBe(201)
                .json()
                .get("id")
                .asLong();
    }

    private static JsonNode found(Api admin, String words, int total) {
        return Awaitility.await()
                .atMost(A_WHILE)
                .until(
                        () -> admin.get("/api/v1/search?q=" + words).mustBe(200).json(),
                        answer -> answer.get("total").get("value").asInt() == total);
    }
}
