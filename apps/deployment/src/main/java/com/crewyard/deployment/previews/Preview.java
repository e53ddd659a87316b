package com.crewyard.deployment.previews;

import com.crewyard.deployment.targets.EnvironmentRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An environment of a pull request.
 *
 * @param number of the pull request
 * @param name of the environment
 * @param port the published one
 * @param ports all that its services are found at
 * @param host what its routes are called; empty when its requests come by port alone
 * @param rollout the latest that was begun for it
 * @param expiresAt when it goes away by itself
 */
public record Preview(
        long id,
        String application,
        int number,
        String name,
        int port,
        List<Integer> ports,
        Optional<String> host,
        String branch,
        String commit,
        String actor,
        long rollout,
        Instant createdAt,
        Instant updatedAt,
        Instant expiresAt,
        Optional<Instant> endedAt) {

    private static final String PREFIX = "pr-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "[1-9][0-9]*");

    /** What the environment of a pull request is called. */
    public static String name(int number) {
        return PREFIX + number;
    }

    /** Whether an environment is called as those of pull requests are. */
    public static boolean isName(String environment) {
        return NAME.matcher(environment).matches();
    }

    public EnvironmentRef ref() {
        return new EnvironmentRef(application, name);
    }
}
