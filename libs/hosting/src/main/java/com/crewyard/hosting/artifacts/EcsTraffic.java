package com.crewyard.hosting.artifacts;

import com.crewyard.hosting.artifacts.EcsRoutes.Rule;
import com.crewyard.hosting.spec.AppSpec.Service;

/** What lies between the load balancer and the tasks of a service: rules, target groups, security groups. */
final class EcsTraffic {

    private EcsTraffic() {}

    static String balancer(Rule rule, boolean pair) {
        return Template.fill(
                """
                  load_balancer {
                    target_group_arn = aws_lb_target_group.@{label}_blue.arn
                    container_name   = "@{name}"
                    container_port   = @{port}
                @{advanced}  }

                """,
                "label",
                rule.label(),
                "name",
                rule.service().name(),
                "port",
                rule.service().port().orElseThrow(),
                "advanced",
                pair ? Template.fill("""

                                    advanced_configuration {
                                      alternate_target_group_arn = aws_lb_target_group.@{label}_green.arn
                                      production_listener_rule   = aws_lb_listener_rule.@{label}.arn
                                      role_arn                   = aws_iam_role.traffic.arn
                                    }
                                """, "label", rule.label()) : "");
    }

    static String group(AwsPlace place, Service service, boolean routed) {
        StringBuilder text =
                new StringBuilder(Template.fill("""
                resource "aws_security_group" "@{label}" {
                  name_prefix = "@{name}-"
                  description = "Tasks of @{name}"
                  vpc_id      = aws_vpc.main.id

                  lifecycle {
                    create_before_destroy = true
                  }
                }

                resource "aws_vpc_security_group_egress_rule" "@{label}" {
                  security_group_id = aws_security_group.@{label}.id
                  cidr_ipv4         = "0.0.0.0/0"
                  ip_protocol       = "-1"
                }

                """, "label", HclText.label(service.name()), "name", service.name()));
        if (routed) {
            text.append(ingress(service, "edge", "aws_security_group.edge.id"));
        }
        if (service.port().isPresent() && EcsCluster.connected(place)) {
            place.app()
                    .services()
                    .keySet()
                    .forEach(caller -> text.append(ingress(
                            service, HclText.label(caller), "aws_security_group." + HclText.label(caller) + ".id")));
        }
        return text.toString();
    }

    private static String ingress(Service service, String caller, String group) {
        return Template.fill(
                """
                resource "aws_vpc_security_group_ingress_rule" "@{label}_from_@{caller}" {
                  security_group_id            = aws_security_group.@{label}.id
                  referenced_security_group_id = @{group}
                  from_port                    = @{port}
                  to_port                      = @{port}
                  ip_protocol                  = "tcp"
                }

                """,
                "label",
                HclText.label(service.name()),
                "caller",
                caller,
                "group",
                group,
                "port",
                service.port().orElseThrow());
    }

    /** ALB health checks come every 5 seconds at the most often. */
    static String targets(AwsPlace place, Rule rule, String colour) {
        Service service = rule.service();
        long interval = Math.clamp(
                service.health().map(health -> health.interval().toSeconds()).orElse(10L), 5, 300);
        long timeout = Math.clamp(
                service.health().map(health -> health.timeout().toSeconds()).orElse(5L), 2, interval - 1);
        return Template.fill(
                """
                resource "aws_lb_target_group" "@{label}_@{colour}" {
                  name                 = "@{name}"
                  vpc_id               = aws_vpc.main.id
                  target_type          = "ip"
                  port                 = @{port}
                  protocol             = "HTTP"
                  deregistration_delay = @{drain}

                  health_check {
                    path                = "@{path}"
                    interval            = @{interval}
                    timeout             = @{timeout}
                    healthy_threshold   = @{healthy}
                    unhealthy_threshold = 3
                    matcher             = "200"
                  }
                }

                """,
                "label",
                rule.label(),
                "colour",
                colour,
                "name",
                place.name(rule.label().replace('_', '-') + "-" + colour, 32),
                "port",
                service.port().orElseThrow(),
                "drain",
                Math.min(3600, service.drain().longest().toSeconds()),
                "path",
                service.health().map(health -> health.path()).orElse("/"),
                "interval",
                interval,
                "timeout",
                timeout,
                "healthy",
                Math.clamp(service.health().map(health -> health.healthy()).orElse(2), 2, 10));
    }

    static String rule(Rule rule, boolean pair) {
        String paths = rule.paths().isEmpty() ? "" : """

                  condition {
                    path_pattern {
                      values = %s
                    }
                  }
                """.formatted(HclText.list(rule.paths()));
        return Template.fill(
                """
                resource "aws_lb_listener_rule" "@{label}" {
                  listener_arn = aws_lb_listener.main.arn
                  priority     = @{priority}

                  action {
                    type = "forward"

                    forward {
                      target_group {
                        arn = aws_lb_target_group.@{label}_blue.arn
                      }
                @{green}    }
                  }

                  condition {
                    host_header {
                      values = @{hosts}
                    }
                  }
                @{paths}@{lifecycle}}

                """,
                "label",
                rule.label(),
                "priority",
                rule.priority(),
                "green",
                pair
                        ? "\n      target_group {\n        arn = aws_lb_target_group.%s_green.arn\n        weight = 0\n      }\n"
                                .formatted(rule.label())
                        : "",
                "hosts",
                HclText.list(rule.hosts()),
                "paths",
                paths,
                "lifecycle",
                pair ? "\n  # ECS moves the weights.\n  lifecycle {\n    ignore_changes = [action]\n  }\n" : "");
    }

    static String connect(AwsPlace place, Service service) {
        if (!EcsCluster.connected(place)) {
            return "";
        }
        String serves = service.port().isEmpty()
                ? ""
                : Template.fill(
                        """

                            service {
                              port_name = "http"

                              client_alias {
                                dns_name = "@{name}"
                                port     = @{port}
                              }

                              timeout {
                                idle_timeout_seconds = @{idle}
                              }
                            }
                        """, "name", service.name(), "port", service.port().getAsInt(), "idle", Texts.IDLE_SECONDS);
        return """
                  service_connect_configuration {
                    enabled   = true
                    namespace = aws_service_discovery_http_namespace.main.arn
                %s  }

                """.formatted(serves);
    }
}
