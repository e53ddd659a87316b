package com.crewyard.hosting.artifacts;

import com.crewyard.hosting.artifacts.Generator.Artifact;
import java.util.List;
import java.util.stream.Collectors;

/** The load balancer, its certificate, and the names that lead to it. */
final class EcsEdge {

    private EcsEdge() {}

    static Artifact file(AwsPlace place) {
        return place.file(
                "edge.tf",
                names(place) + Template.fill("""
                                resource "aws_security_group" "edge" {
                                  name_prefix = "edge-"
                                  description = "The load balancer"
                                  vpc_id      = aws_vpc.main.id

                                  lifecycle {
                                    create_before_destroy = true
                                  }
                                }

                                resource "aws_vpc_security_group_ingress_rule" "edge" {
                                  for_each          = toset(["80", "443"])
                                  security_group_id = aws_security_group.edge.id
                                  cidr_ipv4         = "0.0.0.0/0"
                                  from_port         = each.value
                                  to_port           = each.value
                                  ip_protocol       = "tcp"
                                }

                                resource "aws_vpc_security_group_egress_rule" "edge" {
                                  security_group_id = aws_security_group.edge.id
                                  cidr_ipv4         = var.network
                                  ip_protocol       = "-1"
                                }

                                resource "aws_lb" "main" {
                                  name                       = "@{name}"
                                  load_balancer_type         = "application"
                                  subnets                    = aws_subnet.public[*].id
                                  security_groups            = [aws_security_group.edge.id]
                                  drop_invalid_header_fields = true
                                  enable_deletion_protection = true
                                  # A WebSocket that says nothing lives this long.
                                  idle_timeout = @{idle}
                                }

                                resource "aws_lb_listener" "redirect" {
                                  load_balancer_arn = aws_lb.main.arn
                                  port              = 80
                                  protocol          = "HTTP"

                                  default_action {
                                    type = "redirect"

                                    redirect {
                                      port        = "443"
                                      protocol    = "HTTPS"
                                      status_code = "HTTP_301"
                                    }
                                  }
                                }

                                # Requests for a host that is none of ours end here.
                                resource "aws_lb_listener" "main" {
                                  load_balancer_arn = aws_lb.main.arn
                                  port              = 443
                                  protocol          = "HTTPS"
                                  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
                                  certificate_arn   = aws_acm_certificate_validation.main.certificate_arn

                                  default_action {
                                    type = "fixed-response"

                                    fixed_response {
                                      content_type = "text/plain"
                                      message_body = "Not found"
                                      status_code  = "404"
                                    }
                                  }
                                }
                                """, "name", place.name("edge", 32), "idle", Texts.IDLE_SECONDS));
    }

    /** The certificate and the DNS records of every host. */
    private static String names(AwsPlace place) {
        List<String> hosts = place.hosts();
        String zones = hosts.stream()
                .map(host -> "    %s = %s\n".formatted(HclText.quoted(host), HclText.quoted(zone(host))))
                .collect(Collectors.joining());
        return Template.fill(
                """
                # Decide: the hosted zone in Route 53 that each host belongs to. It has to exist.
                locals {
                  zone_of = {
                @{zones}    # crewyard:keep zones
                    # crewyard:end
                  }
                }

                data "aws_route53_zone" "of" {
                  for_each = toset(values(local.zone_of))
                  name     = each.value
                }

                resource "aws_acm_certificate" "main" {
                  domain_name               = @{first}
                  subject_alternative_names = @{rest}
                  validation_method         = "DNS"

                  lifecycle {
                    create_before_destroy = true
                  }
                }

                resource "aws_route53_record" "proof" {
                  for_each = {
                    for option in aws_acm_certificate.main.domain_validation_options : option.domain_name => option
                  }

                  zone_id         = data.aws_route53_zone.of[local.zone_of[each.key]].zone_id
                  name            = each.value.resource_record_name
                  type            = each.value.resource_record_type
                  records         = [each.value.resource_record_value]
                  ttl             = 300
                  allow_overwrite = true
                }

                resource "aws_acm_certificate_validation" "main" {
                  certificate_arn         = aws_acm_certificate.main.arn
                  validation_record_fqdns = [for record in aws_route53_record.proof : record.fqdn]
                }

                resource "aws_route53_record" "host" {
                  for_each = local.zone_of
                  zone_id  = data.aws_route53_zone.of[each.value].zone_id
                  name     = each.key
                  type     = "A"

                  alias {
                    name                   = aws_lb.main.dns_name
                    zone_id                = aws_lb.main.zone_id
                    evaluate_target_health = true
                  }
                }

                """,
                "zones",
                aligned(zones),
                "first",
                HclText.quoted(hosts.getFirst()),
                "rest",
                HclText.list(hosts.subList(1, hosts.size())));
    }

    /** The host without its first label, when something with a dot is left. */
    private static String zone(String host) {
        String parent = host.substring(host.indexOf('.') + 1);
        return parent.contains(".") ? parent : host;
    }

    /** Keys in quotes stand in a column too. */
    private static String aligned(String lines) {
        int width = lines.lines().mapToInt(line -> line.indexOf(" = ")).max().orElse(0);
        return lines.lines()
                .map(line -> line.substring(0, line.indexOf(" = "))
                        + " ".repeat(width - line.indexOf(" = "))
                        + line.substring(line.indexOf(" = "))
                        + "\n")
                .collect(Collectors.joining());
    }
}
