package com.crewyard.hosting.artifacts;

import com.crewyard.hosting.artifacts.Generator.Artifact;
import com.crewyard.hosting.spec.AppSpec.CronJob;
import com.crewyard.hosting.spec.AppSpec.Migration;
import com.crewyard.hosting.spec.AppSpec.Service;
import java.util.List;
import java.util.Optional;

/** What runs once: migrations, which the pipeline starts, and cron jobs, which EventBridge Scheduler does. */
final class EcsTasks {

    private EcsTasks() {}

    static Optional<Artifact> file(AwsPlace place) {
        StringBuilder text = new StringBuilder();
        place.app().migrations().expand().ifPresent(migration -> text.append(migration(place, "expand", migration)));
        place.app()
                .migrations()
                .contract()
                .ifPresent(migration -> text.append(migration(place, "contract", migration)));
        if (!place.app().cron().isEmpty()) {
            text.append(EcsAccess.assume("scheduler", "scheduler.amazonaws.com"))
                    .append(role(place));
            place.app().cron().forEach((name, job) -> text.append(cron(place, name, job)));
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(place.file("tasks.tf", text.toString()));
    }

    private static String migration(AwsPlace place, String name, Migration migration) {
        Service service = place.app().services().get(migration.service());
        if (service == null) {
            return "";
        }
        String when = name.equals("expand")
                ? "# Before the new instances start: what the old ones can live with."
                : "# After the last old instance is gone: what they needed.";
        return when + "\n" + EcsServices.task(place, service, "migrate_" + name, migration.command());
    }

    private static String role(AwsPlace place) {
        return Template.fill("""
                resource "aws_iam_role" "scheduler" {
                  name_prefix        = "scheduler-"
                  path               = "/@{prefix}/"
                  assume_role_policy = data.aws_iam_policy_document.assumed_by_scheduler.json
                }

                resource "aws_iam_role_policy" "scheduler" {
                  name = "run"
                  role = aws_iam_role.scheduler.id

                  policy = jsonencode({
                    Version = "2012-10-17"
                    Statement = [
                      {
                        Effect = "Allow"
                        Action = ["ecs:RunTask"]
                        # Any revision: the pipeline registers new ones.
                        Resource  = ["arn:aws:ecs:${var.region}:${data.aws_caller_identity.here.account_id}:task-definition/@{prefix}-cron-*"]
                        Condition = { ArnEquals = { "ecs:cluster" = aws_ecs_cluster.main.arn } }
                      },
                      {
                        Effect    = "Allow"
                        Action    = ["iam:PassRole"]
                        Resource  = ["arn:aws:iam::${data.aws_caller_identity.here.account_id}:role/@{prefix}/*"]
                        Condition = { StringEquals = { "iam:PassedToService" = "ecs-tasks.amazonaws.com" } }
                      },
                    ]
                  })
                }

                """, "prefix", place.prefix());
    }

    private static String cron(AwsPlace place, String name, CronJob job) {
        Service service = place.app().services().get(job.service());
        if (service == null) {
            return "";
        }
        String label = "cron_" + HclText.label(name);
        StringBuilder text = new StringBuilder(EcsServices.task(place, service, label, job.command()));
        List<String> expressions = AwsSchedule.of(job.schedule());
        for (int i = 0; i < expressions.size(); i++) {
            text.append(
                    schedule(place, label, service, i == 0 ? "" : "_" + (i + 1), job.schedule(), expressions.get(i)));
        }
        return text.toString();
    }

    private static String schedule(
            AwsPlace place, String label, Service service, String suffix, String crontab, String expression) {
        return Template.fill(
                """
                # In crontab: @{crontab}
                resource "aws_scheduler_schedule" "@{label}@{suffix}" {
                  name                         = "@{name}"
                  schedule_expression          = "@{expression}"
                  schedule_expression_timezone = "UTC"

                  flexible_time_window {
                    mode = "OFF"
                  }

                  target {
                    arn      = aws_ecs_cluster.main.arn
                    role_arn = aws_iam_role.scheduler.arn

                    ecs_parameters {
                      # Without a revision it is the newest, which the pipeline registered.
                      task_definition_arn = aws_ecs_task_definition.@{label}.arn_without_revision
                      launch_type         = "FARGATE"
                      propagate_tags      = "TASK_DEFINITION"

                      network_configuration {
                        subnets         = aws_subnet.private[*].id
                        security_groups = [aws_security_group.@{service}.id]
                      }
                    }

                    retry_policy {
                      maximum_retry_attempts       = 2
                      maximum_event_age_in_seconds = 3600
                    }
                  }
                }

                """,
                "crontab",
                crontab,
                "label",
                label,
                "suffix",
                suffix,
                "name",
                place.name((label + suffix).replace('_', '-'), 64),
                "expression",
                expression,
                "service",
                HclText.label(service.name()));
    }
}
