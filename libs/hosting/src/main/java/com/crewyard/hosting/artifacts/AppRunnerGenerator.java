package com.crewyard.hosting.artifacts;

import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Environment;
import com.crewyard.hosting.spec.AppSpec.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Terraform for AWS App Runner, which is closed to new customers since 2026-04-30; ecs-express is what came after it. */
final class AppRunnerGenerator implements Generator {

    /** What it sells, in 1/1024 vCPU and MiB (docs.aws.amazon.com/apprunner/latest/dg/architecture.html). */
    private static final List<FargateSize> SOLD = List.of(
            new FargateSize(256, 512),
            new FargateSize(256, 1024),
            new FargateSize(512, 1024),
            new FargateSize(1024, 2048),
            new FargateSize(1024, 3072),
            new FargateSize(1024, 4096),
            new FargateSize(2048, 4096),
            new FargateSize(2048, 6144),
            new FargateSize(4096, 8192),
            new FargateSize(4096, 10240),
            new FargateSize(4096, 12288));

    @Override
    public String target() {
        return "app-runner";
    }

    @Override
    public List<Artifact> generate(AppSpec app, Environment environment) {
        AwsPlace place = new AwsPlace(this, app, environment);
        List<Artifact> files = new ArrayList<>();
        files.add(place.file("versions.tf", """
                # App Runner takes no new customers since 2026-04-30; whoever has it keeps it. ./crewyard generate ecs-express is for
                # everybody else (docs.aws.amazon.com/apprunner/latest/dg/apprunner-availability-change.html).
                """ + SmallTerraform.aws(place)));
        StringBuilder access = new StringBuilder(EcsAccess.assume("tasks", "tasks.apprunner.amazonaws.com"));
        access.append(EcsAccess.assume("build", "build.apprunner.amazonaws.com"))
                .append(pull(place));
        app.services()
                .values()
                .forEach(service ->
                        access.append(EcsAccess.taskRole(place, service)).append(reading(place, service)));
        place.ownSecrets().forEach(name -> access.append(EcsAccess.secret(place, name)));
        files.add(place.file("access.tf", access.toString()));
        app.services()
                .values()
                .forEach(
                        service -> files.add(place.file("service-" + service.name() + ".tf", service(place, service))));
        return List.copyOf(files);
    }

    private static String pull(AwsPlace place) {
        return Template.fill("""
                resource "aws_iam_role" "pull" {
                  name_prefix        = "pull-"
                  path               = "/@{prefix}/"
                  assume_role_policy = data.aws_iam_policy_document.assumed_by_build.json
                }

                resource "aws_iam_role_policy_attachment" "pull" {
                  role       = aws_iam_role.pull.name
                  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSAppRunnerServicePolicyForECRAccess"
                }

                """, "prefix", place.prefix());
    }

    private static String reading(AwsPlace place, Service service) {
        Map<String, String> secrets = place.secrets(service);
        return secrets.isEmpty()
                ? ""
                : Template.fill(
                        """
                        resource "aws_iam_role_policy" "secrets_@{label}" {
                          name = "secrets"
                          role = aws_iam_role.task_@{label}.id

                          policy = jsonencode({
                            Version = "2012-10-17"
                            Statement = [{
                              Effect   = "Allow"
                              Action   = ["secretsmanager:GetSecretValue"]
                              Resource = [@{secrets}]
                            }]
                          })
                        }

                        """, "label", HclText.label(service.name()), "secrets", String.join(", ", secrets.values()));
    }

    private static String service(AwsPlace place, Service service) {
        int port = service.port()
                .orElseThrow(() -> new UnfitException(
                        "services.%s: it has no port, and App Runner runs only what answers requests; use ecs for it"
                                .formatted(service.name())));
        FargateSize size = SOLD.stream()
                .filter(sold -> sold.cpu() >= service.cpu() * 1024 && sold.memory() >= service.memoryMebibytes())
                .findFirst()
                .orElseThrow(() -> new UnfitException(
                        "services.%s: cpu %s and memory %dMi are more than App Runner has, which is 4 vCPUs and 12288Mi; ask for less, or use ecs"
                                .formatted(service.name(), service.cpu(), service.memoryMebibytes())));
        String label = HclText.label(service.name());
        String sockets = service.websocket()
                ? "# App Runner carries no WebSockets (github.com/aws/apprunner-roadmap/issues/13); clients must fall back to polling.\n"
                : "";
        String given = service.image()
                .map(image -> "# App Runner pulls from ECR only: bring %s there, under the tag var.release.\n"
                        .formatted(image))
                .orElse("");
        return given
                + EcsCluster.repository(place, service)
                + Template.fill(
                        """
                        resource "aws_apprunner_auto_scaling_configuration_version" "@{label}" {
                          auto_scaling_configuration_name = "@{scaling_name}"
                          # Requests at the same time that one instance takes before another starts.
                          max_concurrency = 80
                          min_size        = @{min}
                          max_size        = @{max}
                        }

                        @{sockets}resource "aws_apprunner_service" "@{label}" {
                          service_name                   = "@{service_name}"
                          auto_scaling_configuration_arn = aws_apprunner_auto_scaling_configuration_version.@{label}.arn

                          source_configuration {
                            auto_deployments_enabled = false

                            authentication_configuration {
                              access_role_arn = aws_iam_role.pull.arn
                            }

                            image_repository {
                              image_identifier      = "${aws_ecr_repository.@{label}.repository_url}:${var.release}"
                              image_repository_type = "ECR"

                              image_configuration {
                                port = "@{port}"
                        @{command}
                                runtime_environment_variables = {
                        @{variables}        }
                        @{secrets}      }
                            }
                          }

                          # It sells these sizes only; the spec asks for @{asked_cpu} vCPU and @{asked_memory} MiB.
                          instance_configuration {
                            cpu               = "@{cpu}"
                            memory            = "@{memory}"
                            instance_role_arn = aws_iam_role.task_@{label}.arn
                          }

                          health_check_configuration {
                            protocol            = "HTTP"
                            path                = "@{health}"
                            interval            = @{interval}
                            timeout             = @{timeout}
                            healthy_threshold   = 1
                            unhealthy_threshold = 5
                          }

                          # crewyard:keep service
                          # crewyard:end

                          depends_on = [aws_iam_role_policy_attachment.pull]
                        }

                        @{domains}output "@{label}_address" {
                          value = "https://${aws_apprunner_service.@{label}.service_url}"
                        }
                        """,
                        "label",
                        label,
                        "scaling_name",
                        place.name(service.name(), 32),
                        "service_name",
                        place.name(service.name(), 40),
                        "min",
                        service.autoscale()
                                .map(scale -> Math.clamp(scale.min(), 1, 25))
                                .orElse(Math.clamp(service.replicas(), 1, 25)),
                        "max",
                        service.autoscale()
                                .map(scale -> Math.min(25, scale.max()))
                                .orElse(Math.clamp(service.replicas(), 1, 25)),
                        "sockets",
                        sockets,
                        "port",
                        port,
                        "command",
                        service.command().isEmpty()
                                ? ""
                                : "        start_command = %s\n"
                                        .formatted(HclText.quoted(String.join(" ", service.command()))),
                        "variables",
                        pairs(withoutPort(place.variables(service))),
                        "secrets",
                        place.secrets(service).isEmpty()
                                ? ""
                                : "\n        runtime_environment_secrets = {\n" + pairs(place.secrets(service))
                                        + "        }\n",
                        "asked_cpu",
                        service.cpu(),
                        "asked_memory",
                        service.memoryMebibytes(),
                        "cpu",
                        size.cpu(),
                        "memory",
                        size.memory(),
                        "health",
                        service.health().map(health -> health.path()).orElse("/"),
                        "interval",
                        Math.clamp(
                                service.health()
                                        .map(health -> health.interval().toSeconds())
                                        .orElse(5L),
                                1,
                                20),
                        "timeout",
                        Math.clamp(
                                service.health()
                                        .map(health -> health.timeout().toSeconds())
                                        .orElse(2L),
                                1,
                                20),
                        "domains",
                        domains(service, label))
                + SmallTerraform.elsewhere(place.app(), "App Runner", "ecs");
    }

    private static Map<String, String> withoutPort(Map<String, String> variables) {
        variables.remove("PORT"); // App Runner sets it, and takes none with this name
        return variables;
    }

    private static String pairs(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> "          %s = %s\n".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining());
    }

    private static String domains(Service service, String label) {
        List<String> hosts = service.routes().stream()
                .map(AppSpec.Route::host)
                .filter(host -> !host.startsWith("*"))
                .distinct()
                .toList();
        return hosts.isEmpty() ? "" : Template.fill("""
                        # Decide: the records that prove the names are yours go where your DNS is; the output has them.
                        resource "aws_apprunner_custom_domain_association" "@{label}" {
                          for_each             = toset(@{hosts})
                          service_arn          = aws_apprunner_service.@{label}.arn
                          domain_name          = each.value
                          enable_www_subdomain = false
                        }

                        output "@{label}_records" {
                          value = { for host, domain in aws_apprunner_custom_domain_association.@{label} : host => domain.certificate_validation_records }
                        }

                        """, "label", label, "hosts", HclText.list(hosts));
    }
}
