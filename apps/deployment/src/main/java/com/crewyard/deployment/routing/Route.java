package com.crewyard.deployment.routing;

/**
 * Which requests belong to a service. Of the routes that match, the most exact host wins, then the longest path.
 *
 * @param host a name, {@code *.example.com} for the names directly or further below, or {@code *} for any
 * @param path a prefix of whole segments: {@code /api} matches {@code /api} and {@code /api/jobs}, not {@code /apis}
 */
public record Route(String host, String path, String service) {

    public static final String ANY_HOST = "*";

    public Route {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException(
                    "path \"%s\" of service %s does not begin with /".formatted(path, service));
        }
    }
}
