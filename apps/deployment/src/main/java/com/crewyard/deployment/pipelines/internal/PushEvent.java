package com.crewyard.deployment.pipelines.internal;

import com.crewyard.deployment.pipelines.PipelineSpec.Push;
import com.crewyard.deployment.pipelines.PushDelivery;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A push to a branch, as the webhooks of GitHub ("push") and GitLab ("Push Hook") tell it. */
public record PushEvent(String branch, String commit, String repository, String actor) {

    static final JsonMapper JSON = new JsonMapper();
    private static final String BRANCHES = "refs/heads/";
    private static final int LONGEST = 200;

    /** Empty when it is anything else, such as a tag, a ping, or a branch that is gone. */
    public static Optional<PushEvent> read(Push.Forge forge, PushDelivery delivery) {
        boolean github = forge == Push.Forge.GITHUB;
        if (!delivery.event().equals(Optional.of(github ? "push" : "Push Hook"))) {
            return Optional.empty();
        }
        try {
            JsonNode body = JSON.readTree(delivery.body());
            String ref = text(body.path("ref"));
            String commit = text(body.path("after"));
            if (!ref.startsWith(BRANCHES) || !commit.matches("[0-9a-f]{40,64}") || commit.matches("0+")) {
                return Optional.empty();
            }
            return Optional.of(new PushEvent(
                    ref.substring(BRANCHES.length()),
                    commit,
                    text(github ? body.at("/repository/full_name") : body.at("/project/path_with_namespace")),
                    text(github ? body.at("/pusher/name") : body.path("user_username"))));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    public Map<String, String> facts() {
        return Map.of("kind", "push", "branch", branch, "commit", commit, "repository", repository, "actor", actor);
    }

    static String text(JsonNode node) {
        String text = node.isString() ? node.stringValue() : "";
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
