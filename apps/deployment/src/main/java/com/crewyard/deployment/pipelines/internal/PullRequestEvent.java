package com.crewyard.deployment.pipelines.internal;

import com.crewyard.deployment.pipelines.PipelineSpec.Push;
import com.crewyard.deployment.pipelines.PushDelivery;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What became of a pull request, as the webhooks of GitHub ("pull_request") and GitLab ("Merge Request Hook") tell it.
 *
 * @param open whether there is code of it to be looked at; otherwise it was closed or merged
 * @param base the branch it is to go to
 * @param foreign whether its code comes from another repository than it is to go to
 */
public record PullRequestEvent(
        boolean open,
        int number,
        String branch,
        String base,
        String commit,
        String repository,
        String actor,
        boolean foreign) {

    private static final String GITHUB = "pull_request";
    private static final String GITLAB = "Merge Request Hook";
    private static final Set<String> OPENING = Set.of("opened", "reopened", "synchronize");

    /** Whether a webhook is about a pull request at all. */
    public static boolean isOne(PushDelivery delivery) {
        return delivery.event()
                .filter(event -> event.equals(GITHUB) || event.equals(GITLAB))
                .isPresent();
    }

    /** Empty when it is about anything else, such as a label or a comment. */
    public static Optional<PullRequestEvent> read(Push.Forge forge, PushDelivery delivery) {
        if (!delivery.event().equals(Optional.of(forge == Push.Forge.GITHUB ? GITHUB : GITLAB))) {
            return Optional.empty();
        }
        try {
            JsonNode body = PushEvent.JSON.readTree(delivery.body());
            return (forge == Push.Forge.GITHUB ? github(body) : gitlab(body))
                    .filter(event -> event.number() > 0 && event.commit().matches("[0-9a-f]{40,64}"));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static Optional<PullRequestEvent> github(JsonNode body) {
        String action = PushEvent.text(body.path("action"));
        String repository = PushEvent.text(body.at("/repository/full_name"));
        return open(OPENING.contains(action), action.equals("closed"))
                .map(open -> new PullRequestEvent(
                        open,
                        body.path("number").asInt(0),
                        PushEvent.text(body.at("/pull_request/head/ref")),
                        PushEvent.text(body.at("/pull_request/base/ref")),
                        PushEvent.text(body.at("/pull_request/head/sha")),
                        repository,
                        PushEvent.text(body.at("/sender/login")),
                        !PushEvent.text(body.at("/pull_request/head/repo/full_name"))
                                .equals(repository)));
    }

    /** An update with a former revision brings commits; others change words only. */
    private static Optional<PullRequestEvent> gitlab(JsonNode body) {
        JsonNode request = body.path("object_attributes");
        String action = PushEvent.text(request.path("action"));
        boolean commits = action.equals("update")
                && !PushEvent.text(request.path("oldrev")).isEmpty();
        return open(
                        action.equals("open") || action.equals("reopen") || commits,
                        action.equals("close") || action.equals("merge"))
                .map(open -> new PullRequestEvent(
                        open,
                        request.path("iid").asInt(0),
                        PushEvent.text(request.path("source_branch")),
                        PushEvent.text(request.path("target_branch")),
                        PushEvent.text(request.at("/last_commit/id")),
                        PushEvent.text(body.at("/project/path_with_namespace")),
                        PushEvent.text(body.at("/user/username")),
                        request.path("source_project_id").asLong(-1)
                                != request.path("target_project_id").asLong(-2)));
    }

    private static Optional<Boolean> open(boolean open, boolean closed) {
        return open || closed ? Optional.of(open) : Optional.empty();
    }

    public Map<String, String> facts() {
        return Map.of(
                "kind",
                "pull-request",
                "number",
                String.valueOf(number),
                "branch",
                branch,
                "base",
                base,
                "commit",
                commit,
                "repository",
                repository,
                "actor",
                actor);
    }
}
