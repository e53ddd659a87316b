package com.crewyard.hosting.artifacts;

import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.CronJob;
import com.crewyard.hosting.spec.AppSpec.Environment;
import com.crewyard.hosting.spec.AppSpec.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Units that run the services' images on one machine, and a timer for each cron job. */
final class SystemdGenerator implements Generator {

    @Override
    public String target() {
        return "systemd";
    }

    @Override
    public List<Artifact> generate(AppSpec app, Environment environment) {
        List<Artifact> artifacts = new ArrayList<>();
        app.services()
                .values()
                .forEach(service -> artifacts.add(
                        new Artifact(unit(app, service.name()) + ".service", service(app, service, environment))));
        app.cron().forEach((name, job) -> {
            Service service = app.services().get(job.service());
            if (service != null) {
                artifacts.add(new Artifact(unit(app, name) + ".service", job(app, name, job, service, environment)));
                artifacts.add(new Artifact(unit(app, name) + ".timer", timer(app, name, job, environment)));
            }
        });
        return List.copyOf(artifacts);
    }

    private String service(AppSpec app, Service service, Environment environment) {
        return Texts.header(this, environment)
                + """
                [Unit]
                Description=%1$s %2$s
                Wants=network-online.target
                After=network-online.target docker.service
                Requires=docker.service

                [Service]
                %3$s
                ExecStartPre=-/usr/bin/docker rm --force %4$s
                ExecStart=%5$s
                ExecStop=/usr/bin/docker stop --time %6$d %4$s
                TimeoutStopSec=%7$d
                Restart=always
                RestartSec=2
                %8$s
                [Install]
                WantedBy=multi-user.target
                """.formatted(
                                app.app(),
                                service.name(),
                                environmentLines(app, service, environment),
                                unit(app, service.name()),
                                run(app, service, environment, unit(app, service.name()), service.command()),
                                service.drain().longest().toSeconds(),
                                service.drain().longest().toSeconds() + 10,
                                Texts.region("", "service"));
    }

    private String job(AppSpec app, String name, CronJob job, Service service, Environment environment) {
        return Texts.header(this, environment)
                + """
                [Unit]
                Description=%1$s %2$s
                After=network-online.target docker.service
                Requires=docker.service

                [Service]
                Type=oneshot
                %3$s
                ExecStart=%4$s
                """.formatted(
                                app.app(),
                                name,
                                environmentLines(app, service, environment),
                                run(app, service, environment, unit(app, name), job.command()));
    }

    private String timer(AppSpec app, String name, CronJob job, Environment environment) {
        return Texts.header(this, environment)
                + """
                [Unit]
                Description=When %1$s %2$s runs: %3$s

                [Timer]
                OnCalendar=%4$s
                Persistent=true

                [Install]
                WantedBy=timers.target
                """.formatted(app.app(), name, job.schedule(), OnCalendar.of(job.schedule()));
    }

    private static String environmentLines(AppSpec app, Service service, Environment environment) {
        String plain = Texts.variables(service, environment).entrySet().stream()
                .map(SystemdGenerator::variable)
                .collect(Collectors.joining("\n"));
        List<String> secrets = Texts.secrets(app, service);
        return plain
                + (secrets.isEmpty()
                        ? ""
                        : "\n# NAME=value lines, mode 0600: %s\nEnvironmentFile=/etc/%s/%s.env"
                                .formatted(String.join(", ", secrets), app.app(), service.name()));
    }

    private static String variable(Map.Entry<String, String> variable) {
        String value = variable.getValue()
                .replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("%", "%%")
                .replace("\n", "\\n");
        return "Environment=\"%s=%s\"".formatted(variable.getKey(), value);
    }

    /** Docker takes a variable's value from its own environment when only the name is given. */
    private static String run(
            AppSpec app, Service service, Environment environment, String name, List<String> command) {
        List<String> words = new ArrayList<>(List.of("/usr/bin/docker", "run", "--rm", "--init", "--name", name));
        words.addAll(List.of("--cpus", String.valueOf(service.cpu()), "--memory", service.memoryMebibytes() + "m"));
        if (name.equals(unit(app, service.name()))) {
            service.port().ifPresent(port -> words.addAll(List.of("--publish", "127.0.0.1:%1$d:%1$d".formatted(port))));
        }
        Texts.variables(service, environment).keySet().forEach(variable -> words.addAll(List.of("--env", variable)));
        Texts.secrets(app, service).forEach(variable -> words.addAll(List.of("--env", variable)));
        words.add(Texts.image(app, service, "current"));
        words.addAll(command);
        return words.stream().map(SystemdGenerator::word).collect(Collectors.joining(" "));
    }

    private static String word(String word) {
        String escaped = word.replace("%", "%%").replace("$", "$$");
        return escaped.matches("[\\w./:@%$+=,-]+")
                ? escaped
                : "\"" + escaped.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String unit(AppSpec app, String name) {
        return app.app() + "-" + name;
    }
}
