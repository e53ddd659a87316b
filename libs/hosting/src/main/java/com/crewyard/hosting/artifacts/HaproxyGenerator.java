package com.crewyard.hosting.artifacts;

import com.crewyard.hosting.artifacts.Texts.Mount;
import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Environment;
import com.crewyard.hosting.spec.AppSpec.Service;
import java.util.List;

/** A configuration for HAProxy 2.4 and later: TLS, host rules, rate limits, tunnels that outlive silence. */
final class HaproxyGenerator implements Generator {

    @Override
    public String target() {
        return "haproxy";
    }

    @Override
    public List<Artifact> generate(AppSpec app, Environment environment) {
        boolean tls = environment.tls().isPresent();
        StringBuilder text = new StringBuilder(Texts.header(this, environment));
        text.append("""

                global
                    maxconn 8000
                    log stdout format raw local0
                    hard-stop-after %1$ds
                    ssl-default-bind-options ssl-min-ver TLSv1.2

                defaults
                    mode http
                    log global
                    option httplog
                    option dontlognull
                    option forwardfor
                    timeout connect 5s
                    timeout client %2$ds
                    timeout server %2$ds
                    # A WebSocket that says nothing lives this long.
                    timeout tunnel %2$ds
                    timeout http-request 10s
                    timeout queue 10s

                """.formatted(
                        app.services().values().stream()
                                .mapToLong(s -> s.drain().longest().toSeconds())
                                .max()
                                .orElse(30),
                        Texts.IDLE_SECONDS));
        text.append("frontend %s\n".formatted(app.app()));
        if (tls) {
            text.append(
                    "    bind :80\n    # Certificate and key in one file: cat fullchain.pem privkey.pem\n    bind :443 ssl crt %s alpn h2,http/1.1\n"
                            .formatted(environment
                                    .tls()
                                    .flatMap(AppSpec.Tls::certificate)
                                    .orElse("/etc/haproxy/certificates/")));
            text.append("    http-request redirect scheme https code 301 unless { ssl_fc }\n"
                    + "    http-response set-header Strict-Transport-Security max-age=31536000\n");
        } else {
            text.append("    bind :%d\n".formatted(environment.publish().orElse(80)));
        }
        text.append("""
                    # 400 requests in ten seconds from one address; more gets 429.
                    stick-table type ipv6 size 100k expire 30s store http_req_rate(10s)
                    http-request track-sc0 src
                    http-request deny deny_status 429 if { sc_http_req_rate(0) gt 400 }
                    http-request set-header X-Forwarded-Proto %s
                    http-response set-header X-Content-Type-Options nosniff
                    http-response set-header X-Frame-Options SAMEORIGIN
                    http-response set-header Referrer-Policy strict-origin-when-cross-origin
                """.formatted(tls ? "https" : "http"));
        text.append(Texts.region("    ", "frontend"));
        Texts.hosts(app).forEach((host, mounts) -> mounts.forEach(mount -> text.append(rule(host, mount))));
        for (Service service : Texts.routed(app)) {
            text.append(backend(service));
        }
        return List.of(new Artifact("haproxy.cfg", text.toString()));
    }

    private static String rule(String host, Mount mount) {
        String path = mount.path().equals("/") ? "" : " { path_beg %s }".formatted(mount.path());
        return "    use_backend %s if { req.hdr(host),field(1,:),lower -m str %s }%s\n"
                .formatted(mount.service().name(), host, path);
    }

    private static String backend(Service service) {
        StringBuilder text = new StringBuilder("\nbackend %s\n    balance leastconn\n".formatted(service.name()));
        service.health()
                .ifPresent(health ->
                        text.append("    option httpchk GET %s\n    default-server check inter %dms rise %d fall 3\n"
                                .formatted(health.path(), health.interval().toMillis(), health.healthy())));
        text.append("    server %1$s 127.0.0.1:%2$d\n"
                .formatted(service.name(), service.port().orElseThrow()));
        return text.toString();
    }
}
