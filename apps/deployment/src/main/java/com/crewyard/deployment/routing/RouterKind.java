package com.crewyard.deployment.routing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The programs that can carry an environment's requests, by their names in an app spec. */
public enum RouterKind {
    HAPROXY,
    NGINX,
    CADDY;

    /** Empty for {@code none}; a name that is none of these is refused. */
    public static Optional<RouterKind> of(String name) {
        if (name.equals("none")) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(values())
                .filter(kind -> kind.specName().equals(name))
                .findFirst()
                .orElseThrow(() -> new RoutingException("router: \"%s\" is none of %s and none."
                        .formatted(
                                name,
                                Arrays.stream(values())
                                        .map(RouterKind::specName)
                                        .collect(Collectors.joining(", "))))));
    }

    public String specName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
