package com.crewyard.deployment.pipelines;

import java.util.Optional;

/**
 * A webhook as a forge sent it.
 *
 * @param event what it is about
 * @param id of the delivery; the same when it is sent again
 * @param signature of GitHub, over the body
 * @param token of GitLab
 */
public record PushDelivery(
        byte[] body, Optional<String> event, Optional<String> id, Optional<String> signature, Optional<String> token) {}
