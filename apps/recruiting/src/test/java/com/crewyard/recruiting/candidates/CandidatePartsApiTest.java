package com.crewyard.recruiting.candidates;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.recruiting.ApplicationFixture;
import com.crewyard.recruiting.identity.AccessTokens;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class CandidatePartsApiTest extends ApplicationFixture {

    private static final String BOUNDARY = "boundary";

    @Autowired
    AccessTokens tokens;

    private String ada = "";

    @BeforeEach
    void addCandidate() {
        ada = "/api/v1/candidates/"
                + tree(call("POST", "/api/v1/candidates", "{\"full_name\": \"Ada Example\"}"))
                        .get("id")
                        .asLong();
    }

    @Test
    void keepsNotesTagsAndTasks() {
        JsonNode note = tree(call("POST", ada + "/notes", "{\"body\": \"A good call\"}"));
        assertThat(tree(call("GET", ada + "/notes", ""))).containsExactly(note);
        assertThat(call("DELETE", ada + "/notes/" + note.get("id"), "").status())
                .isEqualTo(204);
        assertThat(call("POST", ada + "/notes", "{\"body\": \" \"}").status()).isEqualTo(422);

        assertThat(tree(call("PUT", ada + "/tags/Night%20shift", "")).get(0).asString())
                .isEqualTo("Night shift");
        assertThat(tree(call("GET", "/api/v1/candidates?tag=night%20shift", ""))
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(call("DELETE", ada + "/tags/Night%20shift", "").status()).isEqualTo(204);

        JsonNode task =
                tree(call("POST", ada + "/tasks", """
                {"title": "Call back", "due_on": "2030-01-31", "assignee_id": %d}""".formatted(user.id().value())));
        assertThat(task.get("due_on").asString()).isEqualTo("2030-01-31");
        assertThat(tree(call("GET", "/api/v1/users/me/tasks", ""))).containsExactly(task);
        assertThat(tree(call("PUT", ada + "/tasks/" + task.get("id") + "/completion", ""))
                        .get("done_at")
                        .isNull())
                .isFalse();
        assertThat(tree(call("GET", "/api/v1/users/me/tasks", ""))).isEmpty();
        assertThat(tree(call("DELETE", ada + "/tasks/" + task.get("id") + "/completion", ""))
                        .get("done_at")
                        .isNull())
                .isTrue();
        assertThat(call("POST", ada + "/tasks", "{\"title\": \"Call\", \"assignee_id\": -1}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void correctsAFieldAndUndoesIt() {
        JsonNode profile = tree(call("PUT", ada + "/profile/work", """
                {"value": [{"employer": "Northern Rail", "title": "Fitter", "start": "2010-01", "end": "2012"}]}"""));
        assertThat(profile.at("/fields/work/value/0/start").asString()).isEqualTo("2010-01");
        assertThat(profile.at("/fields/work/correction/corrected_by").asLong())
                .isEqualTo(user.id().value());
        assertThat(tree(call("GET", ada, "")).get("current_title").asString()).isEqualTo("Fitter");
        JsonNode undone = tree(call("DELETE", ada + "/profile/work", ""));
        assertThat(undone.at("/fields/work/value")).isEmpty();
        assertThat(undone.at("/fields/work/correction").isNull()).isTrue();
        assertThat(call("DELETE", ada + "/profile/work", "").status()).isEqualTo(404);
    }

    @Test
    void refusesCorrectionsThatDoNotFit() {
        assertThat(call("PUT", ada + "/profile/shoe_size", "{\"value\": 43}").status())
                .isEqualTo(404);
        assertThat(call("PUT", ada + "/profile/skills", "{\"value\": {\"a\": 1}}")
                        .status())
                .isEqualTo(422);
        assertThat(call("PUT", ada + "/profile/skills", "{}").status()).isEqualTo(422);
        Answer badDate = call("PUT", ada + "/profile/work", "{\"value\": [{\"start\": \"spring\"}]}");
        assertThat(badDate.status()).isEqualTo(422);
        assertThat(badDate.text()).contains("2019-03");
    }

    @Test
    void mergesAndUndoes() {
        JsonNode other = tree(call("POST", "/api/v1/candidates", """
                {"full_name": "Ada B. Example", "email": "ada@example.com"}"""));
        call("PATCH", ada, "{\"email\": \"ADA@example.com\"}");
        JsonNode duplicates = tree(call("GET", ada + "/duplicates", ""));
        assertThat(duplicates.at("/0/candidate/id")).isEqualTo(other.get("id"));
        assertThat(duplicates.at("/0/reasons/0").asString()).isEqualTo("email");
        assertThat(tree(call("GET", ada + "/merges/preview?merged_id=" + other.get("id"), ""))
                        .at("/fields/0/field")
                        .asString())
                .isEqualTo("full_name");
        Answer merged = call("POST", ada + "/merges", """
                {"merged_id": %s, "take": ["full_name"]}""".formatted(other.get("id")));
        assertThat(merged.status()).isEqualTo(201);
        assertThat(tree(call("GET", ada, "")).get("full_name").asString()).isEqualTo("Ada B. Example");
        assertThat(call("GET", "/api/v1/candidates/" + other.get("id"), "").status())
                .isEqualTo(404);
        String merge = ada + "/merges/" + tree(merged).get("id");
        assertThat(call("DELETE", merge, "").status()).isEqualTo(204);
        assertThat(call("DELETE", merge, "").status()).isEqualTo(404);
        assertThat(tree(call("GET", ada, "")).get("full_name").asString()).isEqualTo("Ada Example");
        assertThat(call("POST", ada + "/merges", "{\"merged_id\": %s, \"take\": [\"age\"]}".formatted(other.get("id")))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void takesAndGivesJsonResume() {
        Answer created = call("POST", "/api/v1/candidates/resume.json", """
                {"basics": {"name": "Bert Sample", "label": "Welder"}}""");
        assertThat(created.status()).isEqualTo(201);
        assertThat(tree(created).get("headline").asString()).isEqualTo("Welder");
        String path = "/api/v1/candidates/" + tree(created).get("id") + "/resume.json";
        assertThat(tree(call("GET", path, "")).at("/basics/name").asString()).isEqualTo("Bert Sample");
        assertThat(call("PUT", path, "{\"basics\": {\"name\": \"Bert\", \"label\": \"Master welder\"}}")
                        .status())
                .isEqualTo(200);
        assertThat(tree(call("GET", path, "")).at("/basics/label").asString()).isEqualTo("Master welder");
    }

    @Test
    void handsOutFilesSoThatNothingOfThemRuns() {
        byte[] script =
                "<!doctype html><html><body><script>alert(1)</script></body></html>".getBytes(StandardCharsets.UTF_8);
        Answer added = upload(ada + "/attachments", "file", "näme\".html", script);
        assertThat(added.status()).isEqualTo(201);
        Answer content = call("GET", ada + "/attachments/" + tree(added).get("id") + "/content", "");
        assertThat(content.bytes()).isEqualTo(script);
        assertThat(content.header("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''");
        assertThat(content.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(content.header("Content-Security-Policy"))
                .contains("sandbox")
                .contains("default-src 'none'");
        assertThat(call("GET", ada + "/attachments/" + tree(added).get("id") + "/content", "", newUser())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void takesResumesByContentAndNotByName() {
        Answer text = upload(
                ada + "/resumes", "resume", "resume.pdf", "Ada Example\nMechanic\n".getBytes(StandardCharsets.UTF_8));
        assertThat(text.status()).isEqualTo(201);
        assertThat(tree(text).get("state").asString()).isIn("waiting", "parsed");
        Answer content = call("GET", ada + "/resumes/" + tree(text).get("id") + "/content", "");
        assertThat(content.header("Content-Type")).startsWith("text/plain");
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 0};
        Answer refused = upload(ada + "/resumes", "resume", "resume.pdf", picture);
        assertThat(refused.status()).isEqualTo(415);
        assertThat(tree(refused).get("detail").asString()).contains("PDF, Word");
        assertThat(upload(ada + "/resumes", "resume", "resume.pdf", new byte[0]).status())
                .isEqualTo(422);
    }

    @Test
    void saysWhichFileIsMissing() {
        Answer refused = call("POST", ada + "/resumes", "{}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(tree(refused).at("/errors/0/field").asString()).isEqualTo("resume");
    }

    private Answer upload(String path, String part, String fileName, byte[] bytes) {
        String head = """
                --%s\r
                Content-Disposition: form-data; name="%s"; filename="%s"\r
                Content-Type: application/octet-stream\r
                \r
                """.formatted(BOUNDARY, part, fileName.replace("\"", "%22"));
        byte[] start = head.getBytes(StandardCharsets.UTF_8);
        byte[] end = "\r\n--%s--\r\n".formatted(BOUNDARY).getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[start.length + bytes.length + end.length];
        System.arraycopy(start, 0, body, 0, start.length);
        System.arraycopy(bytes, 0, body, start.length, bytes.length);
        System.arraycopy(end, 0, body, start.length + bytes.length, end.length);
        return send(HttpRequest.newBuilder(URI.create(address(path)))
                .header("Authorization", "Bearer " + tokens.issue(currentUser()))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }
}
