package com.crewyard.recruiting.candidates;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.recruiting.ApplicationFixture;
import com.crewyard.recruiting.identity.User;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CandidatesApiTest extends ApplicationFixture {

    private static final String CANDIDATES = "/api/v1/candidates";
    private static final String FULL = """
            {"full_name": "Ada Example", "headline": "Mechanic", "location": "Leeds", "experience_years": 7,
             "current_title": "Lead mechanic", "current_company": "Example Garage",
             "linkedin_url": "https://www.linkedin.com/in/ada", "github_url": "https://github.com/ada",
             "website_url": "https://ada.example", "notes": "Met at a fair"}""";

    @Test
    void keepsEveryFieldOfTheContract() {
        Answer created = call("POST", CANDIDATES, FULL);
        assertThat(created.status()).isEqualTo(201);
        JsonNode body = tree(created);
        JsonNode sent = json.readTree(FULL);
        sent.propertyNames().forEach(name -> assertThat(body.get(name)).as(name).isEqualTo(sent.get(name)));
        assertThat(body.get("id").isIntegralNumber()).isTrue();
        assertThat(body.get("org_id").asLong()).isEqualTo(organization().value());
        assertThat(tree(call("GET", CANDIDATES + "/" + body.get("id"), ""))).isEqualTo(body);
    }

    @Test
    void writesFieldsWithoutAValueAsNull() {
        JsonNode body = tree(call("POST", CANDIDATES, "{\"full_name\": \"Ada Example\"}"));
        for (String field : new String[] {
            "headline",
            "location",
            "experience_years",
            "current_title",
            "current_company",
            "linkedin_url",
            "github_url",
            "website_url",
            "notes"
        }) {
            assertThat(body.get(field).isNull()).as(field).isTrue();
        }
    }

    @Test
    void refusesACandidateWithoutAName() {
        Answer refused = call("POST", CANDIDATES, "{\"headline\": \"Mechanic\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(tree(refused).at("/errors/0/field").asString()).isEqualTo("full_name");
    }

    @Test
    void namesEveryFieldThatDoesNotHold() {
        Answer refused = call("POST", CANDIDATES, """
                {"full_name": "Ada", "experience_years": -1, "linkedin_url": "javascript:alert(1)", "email": "ada"}""");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(tree(refused).get("errors").values().stream()
                        .map(error -> error.get("field").asString()))
                .containsExactlyInAnyOrder("experience_years", "linkedin_url", "email");
    }

    @Test
    void changesOnlyTheMembersPresentAndClearsWithNull() {
        long id = tree(call("POST", CANDIDATES, FULL)).get("id").asLong();
        JsonNode changed = tree(call("PATCH", CANDIDATES + "/" + id, "{\"headline\": null, \"location\": \"York\"}"));
        assertThat(changed.get("headline").isNull()).isTrue();
        assertThat(changed.get("location").asString()).isEqualTo("York");
        assertThat(changed.get("current_title").asString()).isEqualTo("Lead mechanic");
        assertThat(changed.get("experience_years").asInt()).isEqualTo(7);
    }

    @Test
    void refusesAPatchOfTheWrongType() {
        long id = tree(call("POST", CANDIDATES, FULL)).get("id").asLong();
        Answer refused = call("PATCH", CANDIDATES + "/" + id, "{\"experience_years\": \"many\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(tree(refused).at("/errors/0/field").asString()).isEqualTo("experience_years");
        assertThat(call("PATCH", CANDIDATES + "/" + id, "{\"full_name\": null}").status())
                .isEqualTo(422);
        assertThat(call("PATCH", CANDIDATES + "/" + id, "[]").status()).isEqualTo(422);
    }

    @Test
    void listsNewestFirstInPages() {
        for (int number = 1; number <= 5; number++) {
            call("POST", CANDIDATES, "{\"full_name\": \"Candidate %d\"}".formatted(number));
        }
        JsonNode page = tree(call("GET", CANDIDATES + "?skip=1&limit=2", ""));
        assertThat(page.get("total").asInt()).isEqualTo(5);
        assertThat(page.get("items").values().stream()
                        .map(item -> item.get("full_name").asString()))
                .containsExactly("Candidate 4", "Candidate 3");
        assertThat(call("GET", CANDIDATES + "?limit=101", "").status()).isEqualTo(422);
    }

    @Test
    void searchesByPartOfTheName() {
        call("POST", CANDIDATES, "{\"full_name\": \"Ada Example\"}");
        call("POST", CANDIDATES, "{\"full_name\": \"Bert 100% Sample\", \"headline\": \"ada\"}");
        assertThat(tree(call("GET", CANDIDATES + "?q=aDA", "")).get("total").asInt())
                .isEqualTo(1);
        assertThat(tree(call("GET", CANDIDATES + "?q=100%25", "")).get("total").asInt())
                .isEqualTo(1);
        assertThat(tree(call("GET", CANDIDATES + "?q=_", "")).get("total").asInt())
                .isZero();
    }

    @Test
    void deletesForGood() {
        long id = tree(call("POST", CANDIDATES, FULL)).get("id").asLong();
        assertThat(call("DELETE", CANDIDATES + "/" + id, "").status()).isEqualTo(204);
        assertThat(call("GET", CANDIDATES + "/" + id, "").status()).isEqualTo(404);
        assertThat(call("DELETE", CANDIDATES + "/" + id, "").status()).isEqualTo(404);
    }

    @Test
    void showsAnotherOrganizationNothing() {
        long id = tree(call("POST", CANDIDATES, FULL)).get("id").asLong();
        User stranger = newUser();
        String path = CANDIDATES + "/" + id;
        assertThat(call("GET", path, "", stranger).status()).isEqualTo(404);
        assertThat(call("PATCH", path, "{\"headline\": \"mine\"}", stranger).status())
                .isEqualTo(404);
        assertThat(call("DELETE", path, "", stranger).status()).isEqualTo(404);
        assertThat(tree(call("GET", CANDIDATES, "", stranger)).get("total").asInt())
                .isZero();
        assertThat(call("GET", path, "").status()).isEqualTo(200);
    }

    @Test
    void answersStrangeIdentifiersWithNotFound() {
        assertThat(call("GET", CANDIDATES + "/0", "").status()).isEqualTo(404);
        assertThat(call("GET", CANDIDATES + "/9007199254740993", "").status()).isEqualTo(404);
        assertThat(call("GET", CANDIDATES + "/ada", "").status()).isEqualTo(404);
    }
}
