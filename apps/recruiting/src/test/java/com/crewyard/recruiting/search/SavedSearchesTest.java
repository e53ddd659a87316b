package com.crewyard.recruiting.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.crewyard.kernel.CandidateId;
import com.crewyard.recruiting.ApplicationFixture;
import com.crewyard.recruiting.candidates.CandidateChanges;
import com.crewyard.recruiting.candidates.CandidateField;
import com.crewyard.recruiting.candidates.Candidates;
import com.crewyard.recruiting.candidates.NewCandidate;
import com.crewyard.recruiting.platform.work.WorkHandler;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class SavedSearchesTest extends ApplicationFixture {

    @Autowired
    private SavedSearches saved;

    @Autowired
    private Candidates candidates;

    @Autowired
    private List<WorkHandler<?>> handlers;

    @Test
    void tellsOnceOfWhoNewlyFitsAndNotOfWhoDidBefore() {
        CandidateId before = candidate("Before Hand", "Welder");
        candidate("Nobody Here", "Baker");
        long search = in(() -> saved.save(currentUser(), "Welders", SearchRequest.of("welder"), true))
                .id();
        look();
        assertThat(messages()).isEmpty();

        CandidateId later = candidate("Later Comer", "Welder");
        candidate("Other Comer", "Cook");
        change(before, "Senior welder");
        look();
        assertThat(messages())
                .singleElement()
                .asString()
                .contains("Later Comer")
                .doesNotContain("Before", "Other");
        assertThat(in(() -> saved.required(currentUser(), search)).news()).isEqualTo(1);

        change(later, "Welder, retired");
        look();
        look();
        assertThat(messages()).hasSize(1);

        in(() -> {
            saved.markSeen(currentUser(), search);
            return search;
        });
        assertThat(in(() -> saved.required(currentUser(), search)).news()).isZero();
    }

    @Test
    void tellsOfSomebodyWhoComesToFitByAChange() {
        CandidateId baker = candidate("Turn Coat", "Baker");
        in(() -> saved.save(currentUser(), "Welders", SearchRequest.of("title:welder"), true));
        look();
        change(baker, "Welder");
        look();
        assertThat(messages()).singleElement().asString().contains("Turn Coat");
    }

    @Test
    void tellsNothingWithoutBeingAskedTo() {
        in(() -> saved.save(currentUser(), "Welders", SearchRequest.of("welder"), false));
        candidate("Quiet One", "Welder");
        look();
        assertThat(messages()).isEmpty();
    }

    @Test
    void isTheOwnersAloneOverTheApi() {
        Answer made = call(
                "POST",
                "/api/v1/saved-searches",
                "{\"name\":\"Berlin\",\"q\":\"java\",\"kind\":\"candidate\",\"sort\":\"newest\","
                        + "\"filters\":{\"location\":[\"Berlin\"]},\"alerts\":true}");
        assertThat(made.status()).isEqualTo(201);
        JsonNode body = tree(made);
        assertThat(body.get("filters").get("location").get(0).asString()).isEqualTo("Berlin");
        String path = "/api/v1/saved-searches/" + body.get("id").asLong();
        assertThat(tree(call("GET", "/api/v1/saved-searches", "")).get("items")).hasSize(1);
        assertThat(call("GET", path, "", newUser()).status()).isEqualTo(404);
        assertThat(tree(call("PATCH", path, "{\"alerts\":false}")).get("alerts").asBoolean())
                .isFalse();
        assertThat(call("PATCH", path, "{}").status()).isEqualTo(422);
        assertThat(call("POST", "/api/v1/saved-searches", "{\"name\":\" \",\"q\":\"x\"}")
                        .status())
                .isEqualTo(422);
        assertThat(call("POST", "/api/v1/saved-searches", "{\"name\":\"a\",\"filters\":{\"shoe\":[\"9\"]}}")
                        .text())
                .contains("filters.shoe");
        assertThat(call("DELETE", path, "").status()).isEqualTo(204);
        assertThat(call("GET", path, "").status()).isEqualTo(404);
    }

    private CandidateId candidate(String name, String title) {
        return in(() -> candidates
                .create(actor(), NewCandidate.named(name).with(CandidateField.CURRENT_TITLE, title))
                .id());
    }

    private void change(CandidateId candidate, String title) {
        in(() ->
                candidates.change(actor(), candidate, CandidateChanges.NONE.with(CandidateField.CURRENT_TITLE, title)));
    }

    /** As the worker does, without waiting for more to gather. */
    private void look() {
        WorkHandler<?> watching = handlers.stream()
                .filter(handler -> handler.type().name().equals("search.watch"))
                .findFirst()
                .orElseThrow();
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> in(() -> run(watching)));
    }

    private <T> boolean run(WorkHandler<T> handler) {
        handler.handle(json.readValue("{}", handler.type().payload()));
        return true;
    }

    private List<String> messages() {
        return inTransaction(() -> jdbc.sql("select subject || body from messaging.message where recipient = ?")
                .param(user.email())
                .query(String.class)
                .list());
    }
}
