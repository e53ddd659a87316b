package com.crewyard.deployment.routing;

/**
 * Where an instance listens.
 *
 * @param instance its name, unique in the environment, such as {@code blue-7-web-1}
 * @param host a name or an address
 * @param port TCP port, 1 to 65535
 */
public record Endpoint(String instance, String host, int port) {

    private static final int LAST_PORT = 65_535;

    public Endpoint {
        if (port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException("port %d of %s is outside 1 to %d".formatted(port, instance, LAST_PORT));
        }
    }
}
