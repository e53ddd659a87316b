package com.crewyard.recruiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which language a page is in: the one its reader has chosen, or else the one their browser asks for. */
class LanguageTest extends ApplicationFixture {

    private static final String GERMAN = "de-DE,de;q=0.9,en;q=0.5";

    @Autowired
    Recruiting recruiting;

    private String session = "";
    private long job;

    @BeforeEach
    void logIn() {
        Recruiting.Pages pages = recruiting.pages();
        pages.get("/login").mustBe(200);
        pages.submit("/login", Map.of("email", user.email(), "password", "correct horse", "next", "/jobs"))
                .mustBe(200);
        session = pages.cookies();
        job = tree(call("POST", "/api/v1/jobs", "{\"title\": \"Baker\", \"is_public\": true}"))
                .get("id")
                .asLong();
    }

    @Test
    void followsTheBrowser() {
        assertThat(page("/login", "", GERMAN)).contains("<html lang=\"de\"", "Passwort");
        assertThat(page("/jobs", session, GERMAN)).contains("<html lang=\"de\"", "Neue Stelle", "Abmelden");
        assertThat(page("/jobs/%d/board".formatted(job), session, GERMAN))
                .contains("0 in der Pipeline · 0 von 1 Plätzen besetzt", "Niemand hier", "[name] ist in [stage]");
        assertThat(page("/jobs", session, "fr")).contains("<html lang=\"en\"", "New job");
    }

    @Test
    void followsTheReadersChoiceBeforeTheBrowser() {
        assertThat(page("/jobs", session + "; crewyard_language=en", GERMAN)).contains("<html lang=\"en\"", "New job");
        assertThat(page("/jobs", session + "; crewyard_language=de", "en-US"))
                .contains("<html lang=\"de\"", "Neue Stelle")
                .contains("data-set-language=\"de\" lang=\"de\" aria-pressed=\"true\"");
        assertThat(page("/jobs", session + "; crewyard_language=xx", GERMAN)).contains("<html lang=\"de\"");
    }

    @Test
    void speaksOfCandidatesTasksAndMatchesToo() {
        long candidate = tree(call(
                        "POST", "/api/v1/candidates", "{\"full_name\": \"Ada Stein\", \"current_title\": \"Baker\"}"))
                .get("id")
                .asLong();
        assertThat(page("/candidates", session, GERMAN)).contains("<html lang=\"de\"", "1–1 von 1", "Nächste Aufgabe");
        assertThat(page("/candidates/" + candidate, session, GERMAN))
                .contains("Passende Stellen", "Noch ist nichts bekannt.", "Nichts zu tun.");
        assertThat(page("/candidates/%d/activity".formatted(candidate), session, GERMAN))
                .contains("hat diese Person angelegt");
        assertThat(page("/candidates/%d/fits".formatted(candidate), session, GERMAN))
                .contains("Ein Rat, keine Entscheidung.");
        assertThat(page("/tasks", session, GERMAN)).contains("Meine Aufgaben");
        assertThat(page("/jobs/%d/matches".formatted(job), session, GERMAN))
                .contains("1 Personen verglichen", "Bedeutung von Ausschreibung und Lebenslauf");
    }

    private String page(String path, String cookies, String languages) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address(path)))
                .header("Accept", "text/html")
                .header("Accept-Language", languages);
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies);
        }
        return send(request.build()).text();
    }
}
