package com.crewyard.hosting.artifacts;

import com.crewyard.hosting.artifacts.Texts.Mount;
import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Environment;
import com.crewyard.hosting.spec.AppSpec.Service;
import com.crewyard.hosting.spec.AppSpec.Tls;
import java.util.List;
import java.util.Optional;

/** A site for nginx: TLS, WebSocket upgrade, rate limits, security headers. */
final class NginxGenerator implements Generator {

    @Override
    public String target() {
        return "nginx";
    }

    @Override
    public List<Artifact> generate(AppSpec app, Environment environment) {
        StringBuilder text = new StringBuilder(Texts.header(this, environment));
        text.append("""
                # Include it within http { }, for example from /etc/nginx/conf.d.

                map $http_upgrade $%1$s_connection {
                    default upgrade;
                    ''      '';
                }

                # 10 requests a second from one address on average, 40 at once; more gets 429.
                limit_req_zone $binary_remote_addr zone=%1$s:10m rate=10r/s;
                limit_req_status 429;

                """.formatted(zone(app)));
        for (Service service : Texts.routed(app)) {
            text.append("upstream %s {\n    server 127.0.0.1:%d;\n    keepalive 32;\n}\n\n"
                    .formatted(upstream(app, service), service.port().orElseThrow()));
        }
        Texts.hosts(app).forEach((host, mounts) -> text.append(site(app, environment, host, mounts)));
        return List.of(new Artifact(app.app() + ".conf", text.toString()));
    }

    private static String site(AppSpec app, Environment environment, String host, List<Mount> mounts) {
        Optional<Tls> tls = environment.tls();
        StringBuilder site = new StringBuilder();
        if (tls.isPresent()) {
            site.append("""
                    server {
                        listen 80;
                        listen [::]:80;
                        server_name %1$s;

                        location /.well-known/acme-challenge/ {
                            root /var/www/acme;
                        }
                        location / {
                            return 301 https://$host$request_uri;
                        }
                    }

                    """.formatted(host));
        }
        site.append("server {\n");
        if (tls.isPresent()) {
            site.append("""
                        listen 443 ssl http2;
                        listen [::]:443 ssl http2;
                        server_name %1$s;

                        # certbot certonly --webroot -w /var/www/acme -d %1$s puts them there.
                        ssl_certificate %2$s;
                        ssl_certificate_key %3$s;
                        ssl_protocols TLSv1.2 TLSv1.3;
                        ssl_session_cache shared:%4$s_tls:10m;
                        ssl_session_timeout 1d;

                        add_header Strict-Transport-Security "max-age=31536000" always;
                    """.formatted(
                            host,
                            tls.get().certificate().orElse("/etc/letsencrypt/live/" + host + "/fullchain.pem"),
                            tls.get().key().orElse("/etc/letsencrypt/live/" + host + "/privkey.pem"),
                            zone(app)));
        } else {
            site.append("    listen %1$d;\n    listen [::]:%1$d;\n    server_name %2$s;\n\n"
                    .formatted(environment.publish().orElse(80), host));
        }
        site.append("""
                    add_header X-Content-Type-Options nosniff always;
                    add_header X-Frame-Options SAMEORIGIN always;
                    add_header Referrer-Policy strict-origin-when-cross-origin always;
                    server_tokens off;
                    client_max_body_size 25m;

                """);
        site.append(Texts.region("    ", host));
        for (Mount mount : mounts) {
            site.append("""

                        location %1$s {
                            limit_req zone=%2$s burst=40 nodelay;
                            proxy_pass http://%3$s;
                            proxy_http_version 1.1;
                            proxy_set_header Host $host;
                            proxy_set_header X-Real-IP $remote_addr;
                            proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
                            proxy_set_header X-Forwarded-Proto $scheme;
                            proxy_set_header Upgrade $http_upgrade;
                            proxy_set_header Connection $%2$s_connection;
                            proxy_connect_timeout 5s;
                            # An idle WebSocket lives this long; it is the time between two reads, not of the whole.
                            proxy_read_timeout %4$ds;
                            proxy_send_timeout %4$ds;
                        }
                    """.formatted(mount.path(), zone(app), upstream(app, mount.service()), Texts.IDLE_SECONDS));
        }
        return site.append("}\n\n").toString();
    }

    private static String upstream(AppSpec app, Service service) {
        return (app.app() + "_" + service.name()).replace('-', '_');
    }

    private static String zone(AppSpec app) {
        return app.app().replace('-', '_');
    }
}
