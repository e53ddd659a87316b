package com.crewyard.deployment.secrets.internal;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A request of JSON, and its answer. */
record Exchange(int status, JsonNode body) {

    private static final JsonMapper JSON = new JsonMapper();

    static Exchange of(HttpClient http, HttpRequest request) throws LookupException {
        String where = request.uri().getScheme() + "://" + request.uri().getAuthority();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Exchange(answer.statusCode(), read(answer.body()));
        } catch (IOException e) {
            throw new LookupException("%s cannot be reached (%s)"
                    .formatted(where, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new LookupException("asking %s was interrupted".formatted(where));
        }
    }

    boolean isGood() {
        return status == 200;
    }

    /** A text below a pointer (RFC 6901); what is no text there is given as JSON. */
    String text(String pointer) throws LookupException {
        JsonNode node = body.at(pointer);
        if (node.isMissingNode() || node.isNull()) {
            throw new LookupException("its answer has nothing at %s".formatted(pointer));
        }
        return node.isString() ? node.stringValue() : node.toString();
    }

    /** A field of an object. */
    static String field(JsonNode object, String name) throws LookupException {
        JsonNode node = object.get(name);
        if (node == null || node.isNull()) {
            throw new LookupException("there is no field \"%s\" in it".formatted(name));
        }
        return node.isString() ? node.stringValue() : node.toString();
    }

    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException _) {
            return JSON.createObjectNode();
        }
    }
}
