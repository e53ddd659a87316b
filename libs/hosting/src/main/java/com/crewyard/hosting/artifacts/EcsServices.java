package com.crewyard.hosting.artifacts;

import com.crewyard.hosting.artifacts.EcsRoutes.Rule;
import com.crewyard.hosting.artifacts.Generator.Artifact;
import com.crewyard.hosting.spec.AppSpec.Autoscale;
import com.crewyard.hosting.spec.AppSpec.Rollout;
import com.crewyard.hosting.spec.AppSpec.Rollout.Strategy;
import com.crewyard.hosting.spec.AppSpec.Service;
import java.util.List;
import java.util.stream.Collectors;

/** A service: its task, its target groups and rules, how it is rolled out and how it grows. */
final class EcsServices {

    private EcsServices() {}

    static Artifact file(AwsPlace place, Service service) {
        List<Rule> rules = EcsRoutes.of(place.app()).stream()
                .filter(rule -> rule.service().equals(service))
                .toList();
        boolean pair = shifts(place) && !rules.isEmpty();
        StringBuilder text = new StringBuilder(task(place, service, HclText.label(service.name()), service.command()));
        text.append(service(place, service, rules, pair)).append(EcsTraffic.group(place, service, !rules.isEmpty()));
        for (Rule rule : rules) {
            text.append(EcsTraffic.targets(place, rule, "blue"));
            if (pair) {
                text.append(EcsTraffic.targets(place, rule, "green"));
            }
            text.append(EcsTraffic.rule(rule, pair));
        }
        service.autoscale().ifPresent(scale -> text.append(scaling(service, scale)));
        text.append("# crewyard:keep service\n# crewyard:end\n");
        return place.file("service-" + service.name() + ".tf", text.toString());
    }

    private static boolean shifts(AwsPlace place) {
        Strategy strategy = place.app().rollout().strategy();
        return strategy.keepsFormer();
    }

    /** A task definition, of a service or of something that runs once with a service's image. */
    static String task(AwsPlace place, Service service, String label, List<String> command) {
        FargateSize size = FargateSize.of(service);
        boolean serves = label.equals(HclText.label(service.name()));
        return Template.fill(
                """
                resource "aws_ecs_task_definition" "@{label}" {
                  family                   = "@{prefix}-@{name}"
                  requires_compatibilities = ["FARGATE"]
                  network_mode             = "awsvpc"
                  # Fargate sells these pairs only; the spec asks for @{asked_cpu} vCPU and @{asked_memory} MiB.
                  cpu                = @{cpu}
                  memory             = @{memory}
                  execution_role_arn = aws_iam_role.execution.arn
                  task_role_arn      = aws_iam_role.task_@{service}.arn
                  # The pipeline registers revisions too.
                  track_latest = true

                  runtime_platform {
                    operating_system_family = "LINUX"
                    cpu_architecture        = "X86_64"
                  }

                  container_definitions = jsonencode([
                    {
                @{container}    },
                  ])
                }

                """,
                "label",
                label,
                "prefix",
                place.prefix(),
                "name",
                label.replace('_', '-'),
                "asked_cpu",
                service.cpu(),
                "asked_memory",
                service.memoryMebibytes(),
                "cpu",
                size.cpu(),
                "memory",
                size.memory(),
                "service",
                HclText.label(service.name()),
                "container",
                place.container(service, command, serves));
    }

    private static String service(AwsPlace place, Service service, List<Rule> rules, boolean pair) {
        int least = service.autoscale().map(Autoscale::min).orElse(service.replicas());
        String grace = rules.isEmpty() || service.health().isEmpty()
                ? ""
                : "  health_check_grace_period_seconds = %d\n"
                        .formatted(service.health().get().grace().toSeconds());
        boolean recreate = place.app().rollout().strategy() == Strategy.RECREATE;
        return Template.fill(
                """
                resource "aws_ecs_service" "@{label}" {
                  name                          = "@{name}"
                  cluster                       = aws_ecs_cluster.main.id
                  task_definition               = aws_ecs_task_definition.@{label}.arn
                  desired_count                 = @{count}
                  availability_zone_rebalancing = "@{rebalancing}"
                  propagate_tags                = "SERVICE"
                @{grace}  deployment_minimum_healthy_percent = @{floor}
                  deployment_maximum_percent         = @{ceiling}

                  # The smallest number of instances never runs on Spot, which AWS may take away within two minutes.
                  capacity_provider_strategy {
                    capacity_provider = "FARGATE"
                    base              = @{count}
                    weight            = 1
                  }

                  capacity_provider_strategy {
                    capacity_provider = "FARGATE_SPOT"
                    weight            = var.spot_weight
                  }

                  deployment_circuit_breaker {
                    enable   = true
                    rollback = true
                  }

                @{deployment}@{balancers}  network_configuration {
                    subnets         = aws_subnet.private[*].id
                    security_groups = [aws_security_group.@{label}.id]
                  }

                @{connect}  # The pipeline deploys, autoscaling counts. A change of the variables above goes out with the next deployment.
                  lifecycle {
                    ignore_changes = [task_definition, desired_count]
                  }
                @{depends}}

                """,
                "label",
                HclText.label(service.name()),
                "name",
                service.name(),
                "count",
                least,
                "rebalancing",
                recreate ? "DISABLED" : "ENABLED",
                "grace",
                grace,
                "floor",
                recreate ? 0 : 100,
                "ceiling",
                recreate ? 100 : 200,
                "deployment",
                pair ? deployment(place.app().rollout()) : "",
                "balancers",
                rules.stream().map(rule -> EcsTraffic.balancer(rule, pair)).collect(Collectors.joining()),
                "connect",
                EcsTraffic.connect(place, service),
                "depends",
                rules.isEmpty()
                        ? ""
                        : rules.stream()
                                .map(rule -> "aws_lb_listener_rule." + rule.label())
                                .collect(Collectors.joining(", ", "\n  depends_on = [", "]\n")));
    }

    private static String deployment(Rollout rollout) {
        long minutes = Math.max(1, rollout.window().toMinutes());
        if (rollout.strategy() == Strategy.CANARY) {
            int first = rollout.steps().isEmpty() ? 10 : rollout.steps().getFirst();
            return """
                      # ECS knows one step before the whole; this is the first of the spec.
                      deployment_configuration {
                        strategy = "CANARY"
                        bake_time_in_minutes = %1$d

                        canary_configuration {
                          canary_percent = %2$d
                          canary_bake_time_in_minutes = %1$d
                        }
                      }

                    """.formatted(minutes, first);
        }
        return """
                  # The old instances stay this long after the new ones took over, to go back to at once.
                  deployment_configuration {
                    strategy = "BLUE_GREEN"
                    bake_time_in_minutes = %d
                  }

                """.formatted(minutes);
    }

    private static String scaling(Service service, Autoscale scale) {
        return Template.fill(
                """
                resource "aws_appautoscaling_target" "@{label}" {
                  service_namespace  = "ecs"
                  resource_id        = "service/${aws_ecs_cluster.main.name}/${aws_ecs_service.@{label}.name}"
                  scalable_dimension = "ecs:service:DesiredCount"
                  min_capacity       = @{min}
                  max_capacity       = @{max}
                }

                resource "aws_appautoscaling_policy" "@{label}" {
                  name               = "cpu"
                  policy_type        = "TargetTrackingScaling"
                  service_namespace  = aws_appautoscaling_target.@{label}.service_namespace
                  resource_id        = aws_appautoscaling_target.@{label}.resource_id
                  scalable_dimension = aws_appautoscaling_target.@{label}.scalable_dimension

                  target_tracking_scaling_policy_configuration {
                    target_value       = @{cpu}
                    scale_out_cooldown = 60
                    scale_in_cooldown  = 300

                    predefined_metric_specification {
                      predefined_metric_type = "ECSServiceAverageCPUUtilization"
                    }
                  }
                }

                """,
                "label",
                HclText.label(service.name()),
                "min",
                scale.min(),
                "max",
                scale.max(),
                "cpu",
                scale.cpu());
    }
}
