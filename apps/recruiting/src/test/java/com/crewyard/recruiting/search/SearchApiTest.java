package com.crewyard.recruiting.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.crewyard.recruiting.Recruiting;
import com.crewyard.recruiting.RecruitingTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@RecruitingTest
class SearchApiTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final Recruiting recruiting;

    SearchApiTest(Recruiting recruiting) {
        this.recruiting = recruiting;
    }

    @Test
    void findsCandidatesAndJobsAsTheyComeChangeAndGo() {
        Recruiting.Api admin = recruiting.newOrganization();
        assertThat(names(admin, "")).isEmpty();
        long mara = candidate(admin, "Mara Lindqvist", "Vehicle mechanic", "Leeds");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(names(admin, "mechanic")).containsExactly("Mara Lindqvist"));
        admin.patch("/api/v1/candidates/" + mara, Map.of("current_title", "Welder"))
                .mustBe(200);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(names(admin, "welder")).containsExactly("Mara Lindqvist"));
        long job = admin.post("/api/v1/jobs", Map.of("title", "Welder for bridges"))
                .mustBe(201)
                .json()
                .get("id")
                .asLong();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(names(admin, "welder"))
                        .containsExactlyInAnyOrder("Mara Lindqvist", "Welder for bridges"));
        assertThat(names(admin, "welder is:job")).containsExactly("Welder for bridges");
        admin.post("/api/v1/applications", Map.of("job_id", job, "candidate_id", mara))
                .mustBe(201);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(names(admin, "pool:active job:" + job)).containsExactly("Mara Lindqvist"));
        admin.delete("/api/v1/jobs/" + job).mustBe(204);
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(names(admin, "welder")).containsExactly("Mara Lindqvist");
            assertThat(names(admin, "pool:unassigned")).containsExactly("Mara Lindqvist");
        });
        admin.delete("/api/v1/candidates/" + mara).mustBe(204);
        await().atMost(SOON).untilAsserted(() -> assertThat(names(admin, "")).isEmpty());
    }

    @Test
    void showsNothingOfOtherOrganizations() {
        Recruiting.Api one = recruiting.newOrganization();
        Recruiting.Api other = recruiting.newOrganization();
        assertThat(names(one, "")).isEmpty();
        assertThat(names(other, "")).isEmpty();
        candidate(one, "Zacharias Quellenstein", "Glazier", "York");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(names(one, "quellenstein")).hasSize(1));
        candidate(other, "Mara Lindqvist", "Mechanic", "Leeds");
        await().atMost(SOON).untilAsserted(() -> assertThat(names(other, "")).containsExactly("Mara Lindqvist"));
        for (String query : List.of("quellenstein", "glazier", "quellensten", "is:candidate quell", "NOT mara")) {
            JsonNode answer = find(other, query + "&typing=true");
            assertThat(answer.get("total").get("value").asLong()).as(query).isZero();
            assertThat(answer.toString().replace(query, "")).doesNotContainIgnoringCase("quellenstein");
        }
    }

    @Test
    void answersWithFacetsHighlightsAndThePageAfter() {
        Recruiting.Api admin = recruiting.newOrganization();
        assertThat(names(admin, "")).isEmpty();
        for (int i = 0; i < 5; i++) {
            candidate(admin, "Person " + i, "Nurse", i < 2 ? "York" : "Leeds");
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(names(admin, "nurse")).hasSize(5));
        JsonNode first = find(admin, "nurse&limit=3&sort=name");
        assertThat(first.get("total").get("value").asLong()).isEqualTo(5);
        assertThat(first.get("total").get("exact").asBoolean()).isTrue();
        assertThat(first.get("facets").get("location").toString())
                .isEqualTo("[{\"value\":\"Leeds\",\"count\":3},{\"value\":\"York\",\"count\":2}]");
        JsonNode second =
                find(admin, "nurse&limit=3&sort=name&after=" + first.get("next").asString());
        assertThat(namesOf(first)).containsExactly("Person 0", "Person 1", "Person 2");
        assertThat(namesOf(second)).containsExactly("Person 3", "Person 4");
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(names(admin, "nurse&location=York")).containsExactlyInAnyOrder("Person 0", "Person 1");
    }

    @Test
    void escapesWhatStandsInAHighlight() {
        Recruiting.Api admin = recruiting.newOrganization();
        assertThat(names(admin, "")).isEmpty();
        admin.post(
                        "/api/v1/candidates",
                        Map.of("full_name", "Eve", "notes", "Writes <script>alert(1)</script> for kiosks."))
                .mustBe(201);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(names(admin, "kiosk")).hasSize(1));
        String html = find(admin, "kiosk")
                .get("items")
                .get(0)
                .get("highlights")
                .get(0)
                .get("html")
                .asString();
        assertThat(html)
                .contains("<mark>kiosks</mark>")
                .contains("&lt;script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void ordersWhoIsLikeSomebodyByMeaningOnceThatIsKnown() {
        Recruiting.Api admin = recruiting.newOrganization();
        long mara = candidate(admin, "Mara Lindqvist", "Vehicle mechanic", "Leeds");
        candidate(admin, "Tomasz Wierzbicki", "Vehicle mechanic", "York");
        candidate(admin, "Ines Carvalho", "Cook", "York");
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            JsonNode answer = find(admin, "&kind=candidate&like=candidate-" + mara);
            assertThat(namesOf(answer)).containsExactly("Tomasz Wierzbicki");
            assertThat(answer.get("notes").get(0).get("code").asString()).isEqualTo("by_meaning");
        });
    }

    @Test
    void refusesParametersThatMeanNothing() {
        Recruiting.Api admin = recruiting.newOrganization();
        Recruiting.Answer answer = admin.get("/api/v1/search?q=x&kind=ship&sort=shoe&limit=0&like=me")
                .mustBe(422);
        assertThat(answer.text())
                .contains("kind")
                .contains("sort")
                .contains("limit")
                .contains("like");
        recruiting.anonymous().get("/api/v1/search?q=x").mustBe(401);
    }

    private static long candidate(Recruiting.Api admin, String name, String title, String location) {
        return admin.post("/api/v1/candidates", Map.of("full_name", name, "current_title", title, "location", location))
                .mustBe(201)
                .json()
                .get("id")
                .asLong();
    }

    private static List<String> names(Recruiting.Api as, String query) {
        return namesOf(find(as, query));
    }

    private static List<String> namesOf(JsonNode answer) {
        return StreamSupport.stream(answer.get("items").spliterator(), false)
                .map(item -> item.get("name").asString())
                .toList();
    }

    /** @param query what follows {@code q=}, its first parameter not yet encoded */
    private static JsonNode find(Recruiting.Api as, String query) {
        int more = query.indexOf('&');
        String words = more < 0 ? query : query.substring(0, more);
        return as.get("/api/v1/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8)
                        + (more < 0 ? "" : query.substring(more)))
                .mustBe(200)
                .json();
    }
}
