package com.crewyard.hosting.artifacts;

import com.crewyard.hosting.artifacts.Generator.Artifact;
import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Backing;
import com.crewyard.hosting.spec.AppSpec.Backing.Kind;
import com.crewyard.hosting.spec.AppSpec.Environment;
import com.crewyard.hosting.spec.AppSpec.Service;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An application in an environment on AWS, and what several Terraform files say of it in the same words. */
record AwsPlace(Generator generator, AppSpec app, Environment environment) {

    /** What everything is called, within the length that the strictest names have. */
    String prefix() {
        return app.app() + "-" + environment.name();
    }

    /** A name of at most so many characters, with a hash in place of what did not fit. */
    String name(String part, int most) {
        String name = prefix() + "-" + part;
        return name.length() <= most
                ? name
                : name.substring(0, most - 8).replaceAll("-+$", "") + "-" + "%07x".formatted(name.hashCode() >>> 4);
    }

    Artifact file(String path, String body) {
        return new Artifact(path, Texts.header(generator, environment) + "\n" + HclText.format(body.strip() + "\n"));
    }

    /** Whether databases, caches, queues and files are made here; otherwise their addresses are secrets a person fills in. */
    private boolean owns() {
        return generator.target().equals("ecs");
    }

    boolean builds() {
        return app.services().values().stream()
                .anyMatch(service -> service.image().isEmpty());
    }

    /** An expression for the image of a service. */
    String image(Service service) {
        return service.image()
                .map(HclText::quoted)
                .orElseGet(() -> "\"${aws_ecr_repository.%s.repository_url}:${var.release}\""
                        .formatted(HclText.label(service.name())));
    }

    Map<String, Backing> backing(Kind kind) {
        Map<String, Backing> found = new LinkedHashMap<>();
        app.backing().forEach((name, backing) -> {
            if (owns() && backing.kind() == kind) {
                found.put(name, backing);
            }
        });
        return found;
    }

    /** Plain variables with expressions for values: the spec's, and the addresses of what AWS runs without a password. */
    Map<String, String> variables(Service service) {
        Map<String, String> variables = new LinkedHashMap<>();
        Texts.variables(service, environment).forEach((name, value) -> variables.put(name, HclText.quoted(value)));
        if (!owns()) {
            app.backing().values().forEach(backing -> variables.remove(backing.env()));
            return variables;
        }
        app.backing().forEach((name, backing) -> {
            String label = HclText.label(name);
            switch (backing.kind()) {
                case DATABASE -> {}
                case CACHE ->
                    variables.put(
                            backing.env(),
                            "\"rediss://${aws_elasticache_replication_group.%s.primary_endpoint_address}:6379\""
                                    .formatted(label));
                case QUEUE -> variables.put(backing.env(), "aws_sqs_queue." + label + ".url");
                case STORAGE -> variables.put(backing.env(), "aws_s3_bucket." + label + ".bucket");
            }
        });
        service.secrets().forEach(variables::remove);
        return variables;
    }

    /** Secrets of a service with the expression for where each lies. */
    Map<String, String> secrets(Service service) {
        Map<String, String> secrets = new LinkedHashMap<>();
        names(service).forEach(name -> secrets.put(name, "aws_secretsmanager_secret." + HclText.label(name) + ".arn"));
        return secrets;
    }

    /** The names of every secret that a person fills in. */
    List<String> ownSecrets() {
        Set<String> names = new LinkedHashSet<>();
        app.services().values().forEach(service -> names.addAll(owns() ? service.secrets() : names(service)));
        backing(Kind.DATABASE).values().forEach(database -> names.remove(database.env()));
        return List.copyOf(names);
    }

    private List<String> names(Service service) {
        return !owns()
                ? Texts.secrets(app, service)
                : Stream.concat(
                                service.secrets().stream(),
                                backing(Kind.DATABASE).values().stream().map(Backing::env))
                        .distinct()
                        .toList();
    }

    /** A task's container in the words of {@code jsonencode}. */
    String container(Service service, List<String> command, boolean serves) {
        StringBuilder text =
                new StringBuilder(Template.fill("""
                      name        = @{name}
                      image       = @{image}
                      essential   = true
                """, "name", HclText.quoted(service.name()), "image", image(service)));
        if (!command.isEmpty()) {
            text.append("      command     = ").append(HclText.list(command)).append('\n');
        }
        if (serves) {
            service.port()
                    .ifPresent(port -> text.append("      portMappings = [\n")
                            .append(
                                    "        { name = \"http\", containerPort = %d, protocol = \"tcp\", appProtocol = \"http\" },\n"
                                            .formatted(port))
                            .append("      ]\n"));
        }
        return text.append(list("environment", variables(service), "value"))
                .append(list("secrets", secrets(service), "valueFrom"))
                .append(Template.fill(
                        """
                              # Fargate waits two minutes at most.
                              stopTimeout     = @{stop}
                              linuxParameters = { initProcessEnabled = true }
                              logConfiguration = {
                                logDriver = "awslogs"
                                options = {
                                  awslogs-group         = aws_cloudwatch_log_group.@{label}.name
                                  awslogs-region        = var.region
                                  awslogs-stream-prefix = "task"
                                }
                              }
                        """,
                        "stop",
                        Math.min(120, service.drain().longest().toSeconds()),
                        "label",
                        HclText.label(service.name())))
                .toString();
    }

    private static String list(String name, Map<String, String> values, String valueKey) {
        return values.isEmpty()
                ? ""
                : "      %s = [\n%s      ]\n".formatted(name, HclText.objects("        ", values, valueKey));
    }

    /** Hosts without repetition, in the order of the spec. */
    List<String> hosts() {
        return List.copyOf(Texts.hosts(app).keySet());
    }

    String services(String expression, String separator) {
        return app.services().keySet().stream()
                .map(name -> expression.formatted(HclText.label(name)))
                .collect(Collectors.joining(separator));
    }
}
