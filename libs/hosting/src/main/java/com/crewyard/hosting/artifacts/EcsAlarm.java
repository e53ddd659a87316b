package com.crewyard.hosting.artifacts;

/**
 * A CloudWatch alarm on one metric.
 *
 * @param dimensions an expression of Terraform
 * @param minutes how many in a row it must hold before it rings
 */
record EcsAlarm(
        String label,
        String description,
        String namespace,
        String metric,
        String statistic,
        String dimensions,
        String comparison,
        String threshold,
        int minutes) {

    String text(AwsPlace place) {
        boolean percentile = statistic().startsWith("p");
        return Template.fill(
                """
                resource "aws_cloudwatch_metric_alarm" "@{label}" {
                  alarm_name          = "@{prefix}-@{name}"
                  alarm_description   = "@{description}"
                  namespace           = "@{namespace}"
                  metric_name         = "@{metric}"
                  @{kind} = "@{statistic}"
                  dimensions          = @{dimensions}
                  comparison_operator = "@{comparison}"
                  threshold           = @{threshold}
                  period              = 60
                  evaluation_periods  = @{minutes}
                  treat_missing_data  = "notBreaching"
                  alarm_actions       = [aws_sns_topic.alarms.arn]
                  ok_actions          = [aws_sns_topic.alarms.arn]
                }

                """,
                "label",
                label(),
                "prefix",
                place.prefix(),
                "name",
                label().replace('_', '-'),
                "description",
                description(),
                "namespace",
                namespace(),
                "metric",
                metric(),
                "kind",
                percentile ? "extended_statistic" : "statistic",
                "statistic",
                statistic(),
                "dimensions",
                dimensions(),
                "comparison",
                comparison(),
                "threshold",
                threshold(),
                "minutes",
                minutes());
    }
}
