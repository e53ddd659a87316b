package com.crewyard.hosting.artifacts;

import com.crewyard.hosting.artifacts.Generator.Artifact;
import com.crewyard.hosting.spec.AppSpec.Backing.Kind;
import com.crewyard.hosting.spec.AppSpec.Rollout.Strategy;
import com.crewyard.hosting.spec.AppSpec.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Secrets, and the roles: one that starts tasks, one for each service with no more than it needs. */
final class EcsAccess {

    private EcsAccess() {}

    static Artifact file(AwsPlace place) {
        StringBuilder text = new StringBuilder();
        place.ownSecrets().forEach(name -> text.append(secret(place, name)));
        text.append(assume("tasks", "ecs-tasks.amazonaws.com"));
        text.append(execution(place));
        place.app().services().values().forEach(service -> text.append(taskRole(place, service)));
        Strategy strategy = place.app().rollout().strategy();
        if (!place.hosts().isEmpty() && strategy.keepsFormer()) {
            text.append(assume("ecs", "ecs.amazonaws.com"));
            text.append(Template.fill("""
                    # ECS moves traffic between the two target groups of a service.
                    resource "aws_iam_role" "traffic" {
                      name_prefix        = "traffic-"
                      path               = "/@{prefix}/"
                      assume_role_policy = data.aws_iam_policy_document.assumed_by_ecs.json
                    }

                    resource "aws_iam_role_policy_attachment" "traffic" {
                      role       = aws_iam_role.traffic.name
                      policy_arn = "arn:aws:iam::aws:policy/AmazonECSInfrastructureRolePolicyForLoadBalancers"
                    }

                    """, "prefix", place.prefix()));
        }
        return place.file("access.tf", text.toString());
    }

    /** The value is written by a person, once, and so is in no file and no state. */
    static String secret(AwsPlace place, String name) {
        return Template.fill("""
                # aws secretsmanager put-secret-value --secret-id @{prefix}/@{name} --secret-string file:///dev/stdin
                resource "aws_secretsmanager_secret" "@{label}" {
                  name                    = "@{prefix}/@{name}"
                  recovery_window_in_days = 7
                }

                """, "prefix", place.prefix(), "name", name, "label", HclText.label(name));
    }

    static String assume(String label, String principal) {
        return Template.fill("""
                data "aws_iam_policy_document" "assumed_by_@{label}" {
                  statement {
                    actions = ["sts:AssumeRole"]

                    principals {
                      type        = "Service"
                      identifiers = ["@{principal}"]
                    }

                    condition {
                      test     = "StringEquals"
                      variable = "aws:SourceAccount"
                      values   = [data.aws_caller_identity.here.account_id]
                    }
                  }
                }

                """, "label", label, "principal", principal);
    }

    static String execution(AwsPlace place) {
        List<String> secrets = place.app().services().values().stream()
                .flatMap(service -> place.secrets(service).values().stream())
                .distinct()
                .toList();
        String reading = secrets.isEmpty()
                ? ""
                : Template.fill(
                        """
                        resource "aws_iam_role_policy" "execution_secrets" {
                          name = "secrets"
                          role = aws_iam_role.execution.id

                          policy = jsonencode({
                            Version = "2012-10-17"
                            Statement = [{
                              Effect = "Allow"
                              Action = ["secretsmanager:GetSecretValue"]
                              Resource = [
                        @{secrets}
                              ]
                            }]
                          })
                        }

                        """,
                        "secrets",
                        secrets.stream().map(arn -> "        " + arn + ",").collect(Collectors.joining("\n")));
        return Template.fill("""
                        # Starts tasks: pulls the image, opens the log, reads the secrets.
                        resource "aws_iam_role" "execution" {
                          name_prefix        = "execution-"
                          path               = "/@{prefix}/"
                          assume_role_policy = data.aws_iam_policy_document.assumed_by_tasks.json
                        }

                        resource "aws_iam_role_policy_attachment" "execution" {
                          role       = aws_iam_role.execution.name
                          policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"
                        }

                        """, "prefix", place.prefix()) + reading;
    }

    static String taskRole(AwsPlace place, Service service) {
        String label = HclText.label(service.name());
        List<String> statements = new ArrayList<>();
        place.backing(Kind.QUEUE)
                .keySet()
                .forEach(queue -> statements.add(statement(
                        Stream.of(
                                "SendMessage",
                                "ReceiveMessage",
                                "DeleteMessage",
                                "ChangeMessageVisibility",
                                "GetQueueAttributes"),
                        "sqs:",
                        "aws_sqs_queue." + HclText.label(queue) + ".arn")));
        place.backing(Kind.STORAGE).keySet().forEach(bucket -> {
            String arn = "aws_s3_bucket." + HclText.label(bucket) + ".arn";
            statements.add(
                    statement(Stream.of("GetObject", "PutObject", "DeleteObject"), "s3:", "\"${" + arn + "}/*\""));
            statements.add(statement(Stream.of("ListBucket"), "s3:", arn));
        });
        String policy = statements.isEmpty()
                ? ""
                : Template.fill("""
                        resource "aws_iam_role_policy" "task_@{label}" {
                          name = "data"
                          role = aws_iam_role.task_@{label}.id

                          policy = jsonencode({
                            Version = "2012-10-17"
                            Statement = [
                        @{statements}    ]
                          })
                        }

                        """, "label", label, "statements", String.join("", statements));
        return Template.fill("""
                        # What @{name} itself may do.
                        resource "aws_iam_role" "task_@{label}" {
                          name_prefix        = "task-"
                          path               = "/@{prefix}/"
                          assume_role_policy = data.aws_iam_policy_document.assumed_by_tasks.json
                        }

                        """, "name", service.name(), "label", label, "prefix", place.prefix()) + policy;
    }

    private static String statement(Stream<String> actions, String prefix, String resource) {
        return "      {\n        Effect = \"Allow\"\n        Action = %s\n        Resource = %s\n      },\n"
                .formatted(HclText.list(actions.map(prefix::concat).toList()), resource);
    }
}
