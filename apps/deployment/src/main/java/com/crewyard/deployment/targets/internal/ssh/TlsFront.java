package com.crewyard.deployment.targets.internal.ssh;

import com.crewyard.deployment.targets.TargetException;
import com.crewyard.deployment.targets.internal.container.PrivateFile;
import com.crewyard.deployment.targets.internal.ssh.SshConnection.Ran;
import com.crewyard.hosting.spec.AppSpec;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Caddy before the routers of a host: it ends TLS for an environment's names, with certificates that it gets by ACME (RFC 8555) and
 * renews, or with files of the host. One serves all environments there, each with a file of its own.
 */
final class TlsFront {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SITES = "/etc/crewyard/tls/sites/";
    /** What Caddy refuses is taken back at once, for the other environments' sake. */
    private static final String REPLACE = """
            cd /etc/crewyard/tls
            cat > candidate
            cmp -s candidate %1$s && systemctl is-active -q crewyard-tls && exit 0
            rm -f former
            test ! -e %1$s || cp %1$s former
            mv candidate %1$s
            systemctl reload-or-restart crewyard-tls 2>/dev/null && exit 0
            journalctl -u crewyard-tls -o cat -n 30 | grep -i '^error\\|"level":"error"' | tail -1
            rm %1$s
            test ! -e former || mv former %1$s
            systemctl reload-or-restart crewyard-tls 2>/dev/null
            exit 1
            """;

    private final SshConnection connection;
    private final HostPreparation preparation;
    private final String site;
    private final PrivateFile choice;

    /**
     * @param environment its label
     * @param choice where it is kept who vouches
     */
    TlsFront(SshConnection connection, HostPreparation preparation, String environment, PrivateFile choice) {
        this.connection = connection;
        this.preparation = preparation;
        this.site = SITES + environment;
        this.choice = choice;
    }

    void choose(Optional<AppSpec.Tls> wanted) {
        Optional<AppSpec.Tls> before = chosen();
        if (wanted.equals(before)) {
            return;
        }
        choice.write(wanted.map(JSON::writeValueAsString).orElse(""));
    }

    private Optional<AppSpec.Tls> chosen() {
        return choice.read().filter(text -> !text.isBlank()).map(text -> JSON.readValue(text, AppSpec.Tls.class));
    }

    /**
     * Serves names, and none that were served for the environment before.
     *
     * @param ports each with its names
     * @return those that are asked through TLS from now on
     */
    Set<Integer> serve(Map<Integer, Set<String>> ports) {
        Optional<AppSpec.Tls> tls = chosen();
        StringBuilder text = new StringBuilder();
        Set<Integer> behind = new HashSet<>();
        tls.ifPresent(chosen -> ports.forEach((port, names) -> {
            if (!names.isEmpty()) {
                behind.add(port);
                text.append(site(chosen, names, port));
            }
        }));
        if (tls.isPresent() && behind.isEmpty() && !ports.isEmpty()) {
            throw new TargetException(
                    "tls needs names to get certificates for, and no route has one; write host into the routes of a service.");
        }
        if (behind.isEmpty()) {
            change("test ! -e %1$s || { rm %1$s; systemctl reload crewyard-tls; }".formatted(site), "");
        } else {
            preparation.run();
            change(REPLACE.formatted(site), text.toString());
        }
        return behind;
    }

    private static String site(AppSpec.Tls tls, Set<String> names, int port) {
        String voucher = tls.acme()
                .or(() -> tls.certificate().flatMap(certificate -> tls.key().map(key -> certificate + " " + key)))
                .orElseThrow(
                        () -> new TargetException(
                                "tls names nobody who vouches; write acme with an e-mail address, or certificate and key with files of the host."));
        if (tls.acme().isPresent() && names.stream().anyMatch(name -> name.startsWith("*"))) {
            throw new TargetException(
                    "%s takes a certificate that no authority gives by HTTP; name the hosts one by one, or name certificate and key."
                            .formatted(names.stream()
                                    .filter(name -> name.startsWith("*"))
                                    .findFirst()
                                    .orElse("")));
        }
        return """
                %s {
                    tls %s
                    reverse_proxy 127.0.0.1:%d {
                        flush_interval -1
                    }
                }
                """.formatted(names.stream().sorted().collect(Collectors.joining(", ")), voucher, port);
    }

    private void change(String script, String input) {
        Ran ran = connection.asRoot(script, input);
        if (ran.exitCode() != 0) {
            throw new TargetException("Caddy on %s refuses to end TLS (%s); look at journalctl -u crewyard-tls there."
                    .formatted(connection.host(), HostPreparation.lastLine(ran)));
        }
    }
}
