package com.crewyard.recruiting.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.recruiting.ApplicationFixture;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ApiDocumentTest extends ApplicationFixture {

    @Test
    void namesFieldsAsTheyGoOverTheWire() {
        JsonNode document = tree(send(
                HttpRequest.newBuilder(URI.create(address("/openapi.json"))).build()));
        JsonNode schemas = document.path("components").path("schemas");
        List<String> fields = new ArrayList<>();
        schemas.forEachEntry(
                (_, schema) -> fields.addAll(schema.path("properties").propertyNames()));

        assertThat(fields)
                .hasSizeGreaterThan(200)
                .contains("full_name", "job_id")
                .allSatisfy(field -> assertThat(field).matches("[a-z0-9_]+"));
        assertThat(document.path("paths").size()).isGreaterThan(50);
        for (String path : List.of("/api/v1/users/me", "/api/v1/jobs", "/api/v1/candidates", "/api/v1/search")) {
            JsonNode answer = tree(call("GET", path, ""));
            String schema = document.path("paths")
                    .path(path)
                    .path("get")
                    .path("responses")
                    .path("200")
                    .path("content")
                    .findValue("$ref")
                    .stringValue()
                    .replaceAll(".*/", "");
            assertThat(schemas.path(schema).path("properties").propertyNames())
                    .as(path)
                    .containsExactlyInAnyOrderElementsOf(answer.propertyNames());
        }
    }
}
