package com.crewyard.hosting.artifacts;

import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Environment;
import com.crewyard.hosting.spec.AppSpec.Service;
import java.util.ArrayList;
import java.util.List;

/** Terraform for Amazon ECS Express Mode: a service from an image and two roles, with balancer, name and certificate by AWS. */
final class EcsExpressGenerator implements Generator {

    @Override
    public String target() {
        return "ecs-express";
    }

    @Override
    public List<Artifact> generate(AppSpec app, Environment environment) {
        AwsPlace place = new AwsPlace(this, app, environment);
        List<Artifact> files = new ArrayList<>();
        files.add(place.file("versions.tf", SmallTerraform.aws(place)));
        files.add(place.file("access.tf", access(place)));
        app.services()
                .values()
                .forEach(
                        service -> files.add(place.file("service-" + service.name() + ".tf", service(place, service))));
        return List.copyOf(files);
    }

    private static String access(AwsPlace place) {
        StringBuilder text = new StringBuilder(EcsAccess.assume("tasks", "ecs-tasks.amazonaws.com"));
        text.append(EcsAccess.execution(place));
        place.app().services().values().forEach(service -> text.append(EcsAccess.taskRole(place, service)));
        text.append(EcsAccess.assume("ecs", "ecs.amazonaws.com"));
        text.append(Template.fill("""
                # ECS makes and changes the load balancer, target groups, security groups, certificate and scaling with it.
                resource "aws_iam_role" "infrastructure" {
                  name_prefix        = "infrastructure-"
                  path               = "/@{prefix}/"
                  assume_role_policy = data.aws_iam_policy_document.assumed_by_ecs.json
                }

                resource "aws_iam_role_policy_attachment" "infrastructure" {
                  role       = aws_iam_role.infrastructure.name
                  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonECSInfrastructureRoleforExpressGatewayServices"
                }

                # Previews need both: the variables EXECUTION_ROLE and INFRASTRUCTURE_ROLE on GitHub.
                output "execution_role" {
                  value = aws_iam_role.execution.arn
                }

                output "infrastructure_role" {
                  value = aws_iam_role.infrastructure.arn
                }

                """, "prefix", place.prefix()));
        place.ownSecrets().forEach(name -> text.append(EcsAccess.secret(place, name)));
        return text.toString();
    }

    private static String service(AwsPlace place, Service service) {
        int port = service.port()
                .orElseThrow(() -> new UnfitException(
                        "services.%s: it has no port, and ECS Express Mode runs only what answers requests; use ecs for it"
                                .formatted(service.name())));
        FargateSize size = FargateSize.of(service);
        String label = HclText.label(service.name());
        StringBuilder blocks = new StringBuilder();
        place.variables(service)
                .forEach((name, value) -> blocks.append(
                        "\n    environment {\n      name = \"%s\"\n      value = %s\n    }\n".formatted(name, value)));
        place.secrets(service)
                .forEach((name, arn) -> blocks.append(
                        "\n    secret {\n      name = \"%s\"\n      value_from = %s\n    }\n".formatted(name, arn)));
        return (service.image().isEmpty() ? EcsCluster.repository(place, service) : "")
                + Template.fill(
                        """
                        resource "aws_cloudwatch_log_group" "@{label}" {
                          name              = "/@{app}/@{environment}/@{name}"
                          retention_in_days = 30
                        }

                        resource "aws_ecs_express_gateway_service" "@{label}" {
                          service_name            = "@{prefix}-@{name}"
                          execution_role_arn      = aws_iam_role.execution.arn
                          infrastructure_role_arn = aws_iam_role.infrastructure.arn
                          task_role_arn           = aws_iam_role.task_@{label}.arn
                          health_check_path       = "@{health}"
                          wait_for_steady_state   = true
                          # Fargate sells these pairs only; the spec asks for @{asked_cpu} vCPU and @{asked_memory} MiB.
                          cpu    = "@{cpu}"
                          memory = "@{memory}"

                          primary_container {
                            image          = @{image}
                            container_port = @{port}
                        @{command}
                            aws_logs_configuration {
                              log_group         = aws_cloudwatch_log_group.@{label}.name
                              log_stream_prefix = "task"
                            }
                        @{blocks}  }

                          scaling_target {
                            auto_scaling_metric       = "AVERAGE_CPU"
                            auto_scaling_target_value = @{target}
                            min_task_count            = @{min}
                            max_task_count            = @{max}
                          }

                          # Decide: subnets of your own with network_configuration; without, it is the default VPC. The balancer ends what
                          # is silent for 60 s until its idle timeout is raised to @{idle}: WebSockets need that.
                          # crewyard:keep service
                          # crewyard:end

                          # Deleted before the service, the roles would leave it draining for ever.
                          depends_on = [aws_iam_role_policy_attachment.execution, aws_iam_role_policy_attachment.infrastructure]
                        }

                        output "@{label}_address" {
                          value = aws_ecs_express_gateway_service.@{label}.ingress_paths
                        }
                        """,
                        "label",
                        label,
                        "app",
                        place.app().app(),
                        "environment",
                        place.environment().name(),
                        "name",
                        service.name(),
                        "prefix",
                        place.prefix(),
                        "health",
                        service.health().map(health -> health.path()).orElse("/"),
                        "asked_cpu",
                        service.cpu(),
                        "asked_memory",
                        service.memoryMebibytes(),
                        "cpu",
                        size.cpu(),
                        "memory",
                        size.memory(),
                        "image",
                        place.image(service),
                        "port",
                        port,
                        "command",
                        service.command().isEmpty() ? "" : "    command = " + HclText.list(service.command()) + "\n",
                        "blocks",
                        blocks,
                        "target",
                        service.autoscale().map(scale -> scale.cpu()).orElse(70),
                        "min",
                        service.autoscale()
                                .map(scale -> Math.max(1, scale.min()))
                                .orElse(Math.max(1, service.replicas())),
                        "max",
                        service.autoscale().map(scale -> scale.max()).orElse(Math.max(1, service.replicas())),
                        "idle",
                        Texts.IDLE_SECONDS)
                + SmallTerraform.elsewhere(place.app(), "ECS Express Mode", "ecs");
    }
}
