package com.crewyard.hosting.spec;

import com.crewyard.hosting.spec.AppSpec.Environment;
import com.crewyard.hosting.spec.AppSpec.PortRange;
import com.crewyard.hosting.spec.AppSpec.Previews;
import com.crewyard.hosting.spec.AppSpec.Service;
import com.crewyard.hosting.yaml.Fields;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what environments of pull requests are like. */
final class PreviewsReader {

    private static final Set<String> TARGETS = Set.of("process", "container", "ssh");
    private static final Pattern PORTS = Pattern.compile("(\\d{1,5})-(\\d{1,5})");
    private static final PortRange USUAL_PORTS = new PortRange(24_000, 24_099);
    private static final int LAST_PORT = 65_535;
    private static final Duration USUAL_TTL = Duration.ofDays(3);
    private static final int USUAL_LIMIT = 10;

    private PreviewsReader() {}

    static Previews previews(Fields fields, Map<String, Environment> environments, Collection<Service> services) {
        fields.require("environment");
        Previews previews = new Previews(
                fields.choice("environment", environments.keySet()).orElse(""),
                fields.parsed("host", PreviewsReader::host),
                fields.parsed("ports", PreviewsReader::ports).orElse(USUAL_PORTS),
                fields.parsed("ttl", AppSpecReader::duration).orElse(USUAL_TTL),
                fields.integer("limit", 1, 1000).orElse(USUAL_LIMIT),
                AppSpecReader.variables(fields));
        Environment environment = environments.get(previews.environment());
        if (environment != null && !TARGETS.contains(environment.target())) {
            fields.refuse(
                    "environment",
                    "\"%s\" is of target %s, and previews run on process, container and ssh"
                            .formatted(environment.name(), environment.target()));
        }
        if (environment != null
                && environment.tls().isPresent()
                && previews.host().isEmpty()) {
            fields.refuse(
                    "environment",
                    "\"%s\" ends TLS, which takes names; add such as host: pr-{number}.example.com"
                            .formatted(environment.name()));
        }
        if (previews.ttl().isZero()) {
            fields.refuse("ttl", "previews would go away at once; say 3d or 12h");
        }
        long listening =
                services.stream().filter(service -> service.port().isPresent()).count();
        if (previews.ports().size() < previews.limit() * Math.max(1, listening)) {
            fields.refuse(
                    fields.has("ports") ? "ports" : "limit",
                    "%s are %d ports, and %d previews with %d listening services need %d"
                            .formatted(
                                    previews.ports(),
                                    previews.ports().size(),
                                    previews.limit(),
                                    listening,
                                    previews.limit() * listening));
        }
        fields.finish();
        return previews;
    }

    private static String host(String text) {
        if (!text.contains(Previews.NUMBER)) {
            throw new IllegalArgumentException(
                    "\"%s\" has no {number} in it, such as pr-{number}.example.com".formatted(text));
        }
        AppSpecReader.matching(
                text.replace(Previews.NUMBER, "1"), AppSpecReader.HOST, "a host such as pr-{number}.example.com");
        return text;
    }

    private static PortRange ports(String text) {
        Matcher range = PORTS.matcher(text.replace(" ", ""));
        if (range.matches()) {
            PortRange ports = new PortRange(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)));
            if (ports.first() > 0 && ports.first() <= ports.last() && ports.last() <= LAST_PORT) {
                return ports;
            }
        }
        throw new IllegalArgumentException("\"%s\" is not a range of ports such as 24000-24099".formatted(text));
    }
}
