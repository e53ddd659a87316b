package com.crewyard.recruiting.vocabulary;

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
class OwnTermsTest {

    private static final String OWN = "/api/v1/taxonomy/own-skills";

    private final Recruiting recruiting;

    OwnTermsTest(Recruiting recruiting) {
        this.recruiting = recruiting;
    }

    @Test
    void matchesByAnOwnSynonymOfAnOwnSkill() {
        Api admin = recruiting.newOrganization();
        long job = admin.post(
                        "/api/v1/jobs", Map.of("title", "Operator", "required_skills", List.of("Quibble milling")))
                .mustBe(201)
                .json()
                .get("id")
                .asLong();
        admin.post("/api/v1/candidates", Map.of("full_name", "Ana Ito", "headline", "Runs the frotz mill by night"))
                .mustBe(201);
        assertThat(requiredSkills(admin, job)).isZero();

        JsonNode added = admin.post(
                        OWN, Map.of("label", "Quibble milling", "synonyms", List.of("frotz mill"), "kind", "method"))
                .mustBe(201)
                .json();

        assertThat(requiredSkills(admin, job)).isEqualTo(1);
        assertThat(found(admin, "frotz")).containsExactly("Quibble milling");
        admin.delete(OWN + "/" + added.get("id").asLong()).mustBe(204);
        assertThat(requiredSkills(admin, job)).isZero();
    }

    @Test
    void givesMoreNamesToASkillThatTheTaxonomyHas() {
        Api admin = recruiting.newOrganization();
        Api other = recruiting.newOrganization();
        admin.post(OWN, Map.of("label", "PostgreSQL", "synonyms", List.of("the elephant base")))
                .mustBe(201);

        assertThat(found(admin, "the elephant")).containsExactly("PostgreSQL");
        assertThat(found(other, "the elephant")).isEmpty();
        assertThat(other.get(OWN).mustBe(200).json().get("total").asLong()).isZero();
    }

    @Test
    void changesAndRefuses() {
        Api admin = recruiting.newOrganization();
        long id = admin.post(OWN, Map.of("label", "Quibble milling"))
                .mustBe(201)
                .json()
                .get("id")
                .asLong();
        admin.post(OWN, Map.of("label", "quibble MILLING")).mustBe(422);
        admin.post(OWN, Map.of("label", "磨き")).mustBe(422);
        admin.post(OWN, Map.of("label", "Frotz", "kind", "charm")).mustBe(422);
        admin.put(OWN + "/" + id, Map.of("label", "Frotz milling", "version", 0))
                .mustBe(200);
        admin.put(OWN + "/" + id, Map.of("label", "Late milling", "version", 0)).mustBe(409);
        admin.put(OWN + "/999999999", Map.of("label", "Nothing", "version", 0)).mustBe(404);
        assertThat(admin.get(OWN + "?q=frotz")
                        .json()
                        .get("items")
                        .get(0)
                        .get("label")
                        .asString())
                .isEqualTo("Frotz milling");
    }

    @Test
    void takesOfficialSkillsOnceHoweverOftenTheyCome() {
        Api admin = recruiting.newOrganization();
        Map<String, Object> file = Map.of(
                "source",
                "esco",
                "skills",
                List.of(
                        Map.of("label", "tend quibble mills", "synonyms", List.of("tending quibble mills")),
                        Map.of("label", "Tend quibble mills", "synonyms", List.of()),
                        Map.of("label", "polish frotzes", "synonyms", List.of("frotz polishing"))));
        assertThat(admin.post(OWN + "/import", file)
                        .mustBe(200)
                        .json()
                        .get("taken")
                        .asInt())
                .isEqualTo(2);
        assertThat(admin.post(OWN + "/import", file)
                        .mustBe(200)
                        .json()
                        .get("taken")
                        .asInt())
                .isZero();
        assertThat(found(admin, "frotz pol")).containsExactly("polish frotzes");
        admin.post(OWN + "/import", Map.of("source", "rumour", "skills", List.of()))
                .mustBe(422);
    }

    @Test
    void readsAndMatchesByOwnTitles() {
        Api admin = recruiting.newOrganization();
        Api other = recruiting.newOrganization();
        String own = "/api/v1/taxonomy/own-titles";
        long id = admin.post(own, Map.of("label", "Quibble miller", "synonyms", List.of("Frotzer")))
                .mustBe(201)
                .json()
                .get("id")
                .asLong();

        assertThat(titles(admin, "frot")).containsExactly("Quibble miller");
        assertThat(titles(other, "frot")).isEmpty();
        admin.post(own, Map.of("label", "quibble MILLER")).mustBe(422);
        admin.put(own + "/" + id, Map.of("label", "Quibble grinder", "version", 7))
                .mustBe(409);
        admin.put(own + "/" + id, Map.of("label", "Quibble grinder", "synonyms", List.of("Frotzer"), "version", 0))
                .mustBe(200);
        assertThat(titles(admin, "frotzer")).containsExactly("Quibble grinder");
        other.delete(own + "/" + id).mustBe(404);

        Map<String, Object> file = Map.of(
                "source",
                "onet",
                "titles",
                List.of(Map.of("label", "Quibble grinder", "synonyms", List.of("Senior frotz hand"))));
        assertThat(taken(admin, own, file)).isEqualTo(1);
        assertThat(taken(admin, own, file)).isZero();
        assertThat(titles(admin, "senior frotz")).containsExactly("Quibble grinder");
        admin.delete(own + "/" + id).mustBe(204);
        assertThat(titles(admin, "frotzer")).isEmpty();
    }

    @Test
    void findsPeopleByAnotherNameOfTheirTitle() {
        Api admin = recruiting.newOrganization();
        admin.post("/api/v1/taxonomy/own-titles", Map.of("label", "Quibble miller", "synonyms", List.of("Frotzer")))
                .mustBe(201);
        admin.post("/api/v1/candidates", Map.of("full_name", "Ana Ito", "current_title", "Frotzer"))
                .mustBe(201);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(admin.get("/api/v1/search?q=Quibble%20miller")
                                .mustBe(200)
                                .json()
                                .toString())
                        .contains("Ana Ito"));
    }

    private static int taken(Api admin, String own, Map<String, Object> file) {
        return admin.post(own + "/import", file).mustBe(200).json().get("taken").asInt();
    }

    private static List<String> titles(Api admin, String words) {
        return labels(admin, "titles", words);
    }

    private static List<String> labels(Api admin, String family, String words) {
        JsonNode items = admin.get("/api/v1/taxonomy/%s?q=%s".formatted(family, words.replace(" ", "%20")))
                .mustBe(200)
                .json()
                .get("items");
        return items.valueStream().map(item -> item.get("label").asString()).toList();
    }

    private static double requiredSkills(Api admin, long job) {
        JsonNode criteria = admin.post("/api/v1/matching/candidates_for_job", Map.of("job_id", job))
                .mustBe(200)
                .json()
                .get("matches")
                .get(0)
                .get("criteria");
        return criteria.get(0).get("value").asDouble();
    }

    private static List<String> found(Api admin, String words) {
        return labels(admin, "skills", words);
    }
}
