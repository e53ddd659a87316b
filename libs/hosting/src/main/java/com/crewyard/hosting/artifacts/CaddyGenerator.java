package com.crewyard.hosting.artifacts;

import com.crewyard.hosting.artifacts.Texts.Mount;
import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Environment;
import com.crewyard.hosting.spec.AppSpec.Tls;
import java.util.List;
import java.util.Optional;

/** A Caddyfile; Caddy gets certificates and carries WebSockets by itself. It has no rate limit without a plug-in. */
final class CaddyGenerator implements Generator {

    @Override
    public String target() {
        return "caddy";
    }

    @Override
    public List<Artifact> generate(AppSpec app, Environment environment) {
        Optional<Tls> tls = environment.tls();
        StringBuilder text = new StringBuilder(Texts.header(this, environment));
        text.append(
                "# Caddy limits no request rates without a plug-in: limit them in the application or in front.\n{\n");
        tls.flatMap(Tls::acme)
                .ifPresent(mail -> text.append("\temail ").append(mail).append('\n'));
        text.append("\tgrace_period %ds\n"
                .formatted(app.services().values().stream()
                        .mapToLong(service -> service.drain().longest().toSeconds())
                        .max()
                        .orElse(30)));
        text.append("\tservers {\n\t\ttimeouts {\n\t\t\tidle %ds\n\t\t}\n\t}\n}\n".formatted(Texts.IDLE_SECONDS));
        Texts.hosts(app).forEach((host, mounts) -> {
            String address = tls.isPresent()
                    ? host
                    : "http://" + host
                            + environment.publish().stream()
                                    .mapToObj(port -> ":" + port)
                                    .findFirst()
                                    .orElse("");
            text.append("\n").append(address).append(" {\n");
            tls.filter(found -> found.certificate().isPresent() && found.key().isPresent())
                    .ifPresent(found -> text.append("\ttls %s %s\n"
                            .formatted(
                                    found.certificate().orElse(""), found.key().orElse(""))));
            text.append("\theader {\n");
            if (tls.isPresent()) {
                text.append("\t\tStrict-Transport-Security max-age=31536000\n");
            }
            text.append("\t\tX-Content-Type-Options nosniff\n\t\tX-Frame-Options SAMEORIGIN\n"
                    + "\t\tReferrer-Policy strict-origin-when-cross-origin\n\t\t-Server\n\t}\n");
            text.append("\trequest_body {\n\t\tmax_size 25MB\n\t}\n\tencode gzip\n");
            text.append(Texts.region("\t", host));
            mounts.forEach(mount -> text.append(mount(mount)));
            text.append("}\n");
        });
        return List.of(new Artifact("Caddyfile", text.toString()));
    }

    private static String mount(Mount mount) {
        String matcher = mount.path().equals("/") ? "" : mount.path().replaceFirst("/$", "") + "* ";
        return "\thandle %s{\n\t\treverse_proxy 127.0.0.1:%d {\n%s\t\t}\n\t}\n"
                .formatted(matcher, mount.port(), health(mount));
    }

    private static String health(Mount mount) {
        return mount.service()
                .health()
                .map(health -> "\t\t\thealth_uri %s\n\t\t\thealth_interval %ds\n\t\t\thealth_timeout %ds\n"
                        .formatted(
                                health.path(),
                                Math.max(1, health.interval().toSeconds()),
                                Math.max(1, health.timeout().toSeconds())))
                .orElse("");
    }
}
