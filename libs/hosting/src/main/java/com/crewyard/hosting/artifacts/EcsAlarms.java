package com.crewyard.hosting.artifacts;

import com.crewyard.hosting.artifacts.Generator.Artifact;
import com.crewyard.hosting.spec.AppSpec.Backing.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** CloudWatch alarms that each tell of something a person has to do, and a dashboard to look at when one rings. */
final class EcsAlarms {

    private final AwsPlace place;
    private final List<EcsAlarm> alarms = new ArrayList<>();

    private EcsAlarms(AwsPlace place) {
        this.place = place;
    }

    static List<Artifact> files(AwsPlace place) {
        EcsAlarms alarms = new EcsAlarms(place);
        alarms.collect();
        return List.of(place.file("alarms.tf", alarms.text()), place.file("dashboard.tf", alarms.dashboard()));
    }

    private void collect() {
        if (!place.hosts().isEmpty()) {
            String balancer = "{ LoadBalancer = aws_lb.main.arn_suffix }";
            above(
                    "edge_errors",
                    "The load balancer itself answered 5xx: nothing healthy behind it.",
                    "AWS/ApplicationELB",
                    "HTTPCode_ELB_5XX_Count",
                    "Sum",
                    balancer,
                    "10",
                    5);
            above(
                    "service_errors",
                    "The services answered 5xx more than 20 times in a minute.",
                    "AWS/ApplicationELB",
                    "HTTPCode_Target_5XX_Count",
                    "Sum",
                    balancer,
                    "20",
                    5);
            above(
                    "slow",
                    "One request in twenty took more than two seconds.",
                    "AWS/ApplicationELB",
                    "TargetResponseTime",
                    "p95",
                    balancer,
                    "2",
                    10);
        }
        place.app().services().values().forEach(service -> {
            String label = HclText.label(service.name());
            String dimensions = "{ ClusterName = aws_ecs_cluster.main.name, ServiceName = aws_ecs_service.%s.name }"
                    .formatted(label);
            above(
                    label + "_cpu",
                    service.name() + " is out of CPU and cannot grow further.",
                    "AWS/ECS",
                    "CPUUtilization",
                    "Average",
                    dimensions,
                    "90",
                    15);
            above(
                    label + "_memory",
                    service.name() + " is about to be ended for want of memory.",
                    "AWS/ECS",
                    "MemoryUtilization",
                    "Maximum",
                    dimensions,
                    "90",
                    10);
        });
        place.backing(Kind.DATABASE).keySet().forEach(name -> {
            String label = HclText.label(name);
            String dimensions = "{ DBInstanceIdentifier = aws_db_instance.%s.identifier }".formatted(label);
            above(
                    label + "_cpu",
                    "Database " + name + " is out of CPU.",
                    "AWS/RDS",
                    "CPUUtilization",
                    "Average",
                    dimensions,
                    "80",
                    15);
            below(
                    label + "_storage",
                    "Database " + name + " has less than 4 GiB of storage left.",
                    "AWS/RDS",
                    "FreeStorageSpace",
                    "Minimum",
                    dimensions,
                    "4294967296",
                    5);
            above(
                    label + "_connections",
                    "Database " + name + " has many connections: look for a leak, or for a pooler.",
                    "AWS/RDS",
                    "DatabaseConnections",
                    "Maximum",
                    dimensions,
                    "150",
                    10);
        });
        place.backing(Kind.CACHE)
                .keySet()
                .forEach(name -> above(
                        HclText.label(name) + "_memory",
                        "Cache " + name + " is full and forgets what is in use.",
                        "AWS/ElastiCache",
                        "DatabaseMemoryUsagePercentage",
                        "Maximum",
                        "{ ReplicationGroupId = aws_elasticache_replication_group.%s.id }"
                                .formatted(HclText.label(name)),
                        "90",
                        15));
        place.backing(Kind.QUEUE).keySet().forEach(name -> {
            String label = HclText.label(name);
            above(
                    label + "_age",
                    "Messages wait in " + name + " for more than ten minutes.",
                    "AWS/SQS",
                    "ApproximateAgeOfOldestMessage",
                    "Maximum",
                    "{ QueueName = aws_sqs_queue.%s.name }".formatted(label),
                    "600",
                    5);
            above(
                    label + "_failed",
                    "A message of " + name + " failed five times and was put aside.",
                    "AWS/SQS",
                    "ApproximateNumberOfMessagesVisible",
                    "Maximum",
                    "{ QueueName = aws_sqs_queue.%s_failed.name }".formatted(label),
                    "0",
                    1);
        });
    }

    private void above(
            String label,
            String description,
            String namespace,
            String metric,
            String statistic,
            String dimensions,
            String threshold,
            int minutes) {
        alarms.add(new EcsAlarm(
                label,
                description,
                namespace,
                metric,
                statistic,
                dimensions,
                "GreaterThanThreshold",
                threshold,
                minutes));
    }

    private void below(
            String label,
            String description,
            String namespace,
            String metric,
            String statistic,
            String dimensions,
            String threshold,
            int minutes) {
        alarms.add(new EcsAlarm(
                label, description, namespace, metric, statistic, dimensions, "LessThanThreshold", threshold, minutes));
    }

    private String text() {
        StringBuilder text = new StringBuilder(Template.fill("""
                resource "aws_sns_topic" "alarms" {
                  name = "@{prefix}-alarms"
                }

                resource "aws_sns_topic_subscription" "alarms" {
                  count     = var.alarm_email == "" ? 0 : 1
                  topic_arn = aws_sns_topic.alarms.arn
                  protocol  = "email"
                  endpoint  = var.alarm_email
                }

                """, "prefix", place.prefix()));
        alarms.forEach(alarm -> text.append(alarm.text(place)));
        return text.append("# crewyard:keep alarms\n# crewyard:end\n").toString();
    }

    /** One graph for each alarm, with the line at which it rings. */
    private String dashboard() {
        String widgets = alarms.stream()
                .map(alarm -> "        { title = \"%1$s\", alarm = aws_cloudwatch_metric_alarm.%2$s.arn },\n"
                        .formatted(alarm.label().replace('_', ' '), alarm.label()))
                .collect(Collectors.joining())
                .replaceAll("(?m)^ {4}", "");
        return Template.fill("""
                locals {
                  graphs = [
                @{widgets}  ]
                }

                resource "aws_cloudwatch_dashboard" "main" {
                  dashboard_name = "@{prefix}"

                  dashboard_body = jsonencode({
                    widgets = [
                      for index, graph in local.graphs : {
                        type   = "metric"
                        x      = (index % 3) * 8
                        y      = floor(index / 3) * 6
                        width  = 8
                        height = 6
                        properties = {
                          title       = graph.title
                          region      = var.region
                          annotations = { alarms = [graph.alarm] }
                        }
                      }
                    ]
                  })
                }
                """, "widgets", widgets, "prefix", place.prefix());
    }
}
