package com.crewyard.recruiting.activity;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.crewyard.recruiting.Recruiting;
import com.crewyard.recruiting.Recruiting.Api;
import com.crewyard.recruiting.RecruitingTest;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;
import tools.jackson.databind.JsonNode;

/** What whoever operates it reads: one event for each thing that happened, and nothing of what people wrote. */
@RecruitingTest
class LogTest {

    private final Recruiting recruiting;
    private final Listener listener = new Listener();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    LogTest(Recruiting recruiting) {
        this.recruiting = recruiting;
    }

    @BeforeEach
    void listen() {
        listener.start();
        root.addAppender(listener);
    }

    @AfterEach
    void stop() {
        root.detachAppender(listener);
        listener.stop();
    }

    @Test
    void hasOneEventForEachThingThatHappenedAndNoWordsOfPeople() {
        Api admin = recruiting.newOrganization();
        long user = admin.get("/api/v1/users/me").json().get("id").asLong();
        long job = id(admin.post(
                "/api/v1/jobs", Map.of("title", "Baker", "required_skills", List.of("Baking"), "is_public", true)));
        long candidate = id(admin.post(
                "/api/v1/candidates",
                Map.of("full_name", "Quentin Quillfeather", "current_title", "Baker", "notes", "hush-hush-note")));
        long application = id(admin.post("/api/v1/applications", Map.of("job_id", job, "candidate_id", candidate)));
        admin.patch("/api/v1/applications/" + application, Map.of("status", "interview"))
                .mustBe(200);
        admin.post("/api/v1/matching/candidates_for_job", Map.of("job_id", job)).mustBe(200);
        admin.post("/api/v1/agent/chat", Map.of("message", "list jobs hush-hush-message"))
                .mustBe(200);

        assertThat(only("job.created")).containsEntry("job", job).containsEntry("actor", "user:" + user);
        assertThat(only("candidate.created")).containsEntry("candidate", candidate);
        assertThat(only("application.moved"))
                .containsEntry("application", application)
                .containsEntry("to", "interview");
        assertThat(only("match.ran")).containsEntry("job", job).containsKeys("scores", "strategy");
        assertThat(only("agent.asked")).containsEntry("actor", "user:" + user).containsEntry("intent", "list_jobs");
        assertThat(listener.texts())
                .doesNotContain("Quillfeather")
                .doesNotContain("hush-hush")
                .doesNotContain(Recruiting.PASSWORD)
                .doesNotContain(admin.token());
    }

    private Map<String, Object> only(String event) {
        List<Map<String, Object>> events = listener.fields().stream()
                .filter(fields -> event.equals(fields.get("event")))
                .toList();
        assertThat(events).as(event).hasSize(1);
        return events.getFirst();
    }

    private static long id(Recruiting.Answer answer) {
        JsonNode created = answer.mustBe(201).json();
        return created.get("id").asLong();
    }

    private static final class Listener extends AppenderBase<ILoggingEvent> {

        private final Queue<ILoggingEvent> events = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            events.add(event);
        }

        List<Map<String, Object>> fields() {
            return events.stream()
                    .filter(event -> event.getKeyValuePairs() != null)
                    .map(event -> event.getKeyValuePairs().stream()
                            .filter(pair -> pair.value != null)
                            .collect(Collectors.toMap(pair -> pair.key, pair -> pair.value)))
                    .toList();
        }

        String texts() {
            return events.stream()
                    .map(event -> event.getFormattedMessage() + " " + pairs(event))
                    .collect(Collectors.joining("\n"));
        }

        private static List<KeyValuePair> pairs(ILoggingEvent event) {
            return event.getKeyValuePairs() == null ? List.of() : event.getKeyValuePairs();
        }
    }
}
