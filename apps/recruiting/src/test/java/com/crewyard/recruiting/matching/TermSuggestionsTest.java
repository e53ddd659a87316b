package com.crewyard.recruiting.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.recruiting.Recruiting;
import com.crewyard.recruiting.Recruiting.Api;
import com.crewyard.recruiting.RecruitingTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@RecruitingTest
class TermSuggestionsTest {

    private final Recruiting recruiting;

    TermSuggestionsTest(Recruiting recruiting) {
        this.recruiting = recruiting;
    }

    @Test
    void proposesSkillsThatATextNamesAndSuchAsItMeans() {
        Api admin = recruiting.newOrganization();
        JsonNode found = complete(() -> admin.post(
                        "/api/v1/matching/skills_in_text",
                        Map.of("text", "You write programs in Java and teach children to read and count.", "limit", 10))
                .mustBe(200)
                .json());

        assertThat(labels(found)).startsWith("Java").hasSizeGreaterThan(1);
        JsonNode java = found.get("items").get(0);
        assertThat(java.get("words").asString()).isEqualTo("Java");
        assertThat(java.get("is_named").asBoolean()).isTrue();
    }

    @Test
    void tellsTheTitleThatIsNamedElseTheNearest() {
        Api admin = recruiting.newOrganization();
        JsonNode named = admin.get("/api/v1/matching/titles_like?title=Senior%20Software%20Developer")
                .mustBe(200)
                .json();
        assertThat(named.get("items")).hasSize(1);

        JsonNode near = complete(
                () -> admin.get("/api/v1/matching/titles_like?title=Person%20who%20cooks%20meals%20in%20our%20canteen")
                        .mustBe(200)
                        .json());
        assertThat(labels(near)).anyMatch(label -> label.contains("Cook") || label.contains("Chef"));
    }

    @Test
    void refusesWhatIsTooLongOrTooMuch() {
        Api admin = recruiting.newOrganization();
        admin.post("/api/v1/matching/skills_in_text", Map.of("text", "x".repeat(50_001)))
                .mustBe(422);
        admin.post("/api/v1/matching/skills_in_text", Map.of("text", "Java", "limit", 51))
                .mustBe(422);
        admin.get("/api/v1/matching/titles_like?title=" + "x".repeat(301)).mustBe(422);
        assertThat(admin.post("/api/v1/matching/skills_in_text", Map.of())
                        .mustBe(200)
                        .json()
                        .get("items"))
                .isEmpty();
        recruiting.anonymous().get("/api/v1/matching/titles_like?title=Cook").mustBe(401);
    }

    private static List<String> labels(JsonNode found) {
        return found.get("items")
                .valueStream()
                .map(item -> item.get("label").asString())
                .toList();
    }

    private static JsonNode complete(java.util.function.Supplier<JsonNode> ask) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .until(ask::get, found -> found.get("complete").asBoolean());
    }
}
