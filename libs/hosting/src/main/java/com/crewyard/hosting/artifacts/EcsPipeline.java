package com.crewyard.hosting.artifacts;

import com.crewyard.hosting.artifacts.Generator.Artifact;
import java.util.stream.Collectors;

/** What the pipeline and people need from outside: a role for GitHub's workflows, and where things are. */
final class EcsPipeline {

    private EcsPipeline() {}

    static Artifact file(AwsPlace place) {
        StringBuilder text = new StringBuilder(Template.fill(
                """
                # Workflows of one repository and one environment there sign in by OpenID Connect; no key is stored anywhere.
                resource "aws_iam_openid_connect_provider" "github" {
                  count          = var.github_repository == "" ? 0 : 1
                  url            = "https://token.actions.githubusercontent.com"
                  client_id_list = ["sts.amazonaws.com"]
                }

                resource "aws_iam_role" "deploy" {
                  count = var.github_repository == "" ? 0 : 1
                  name  = "@{prefix}-deploy"

                  assume_role_policy = jsonencode({
                    Version = "2012-10-17"
                    Statement = [{
                      Effect    = "Allow"
                      Action    = ["sts:AssumeRoleWithWebIdentity"]
                      Principal = { Federated = aws_iam_openid_connect_provider.github[0].arn }
                      Condition = {
                        StringEquals = {
                          "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com"
                          "token.actions.githubusercontent.com:sub" = "repo:${var.github_repository}:environment:@{environment}"
                        }
                      }
                    }]
                  })
                }

                resource "aws_iam_role_policy" "deploy" {
                  count = var.github_repository == "" ? 0 : 1
                  name  = "deploy"
                  role  = aws_iam_role.deploy[0].id

                  policy = jsonencode({
                    Version = "2012-10-17"
                    Statement = [
                @{push}      {
                        Effect   = "Allow"
                        Action   = ["ecs:DescribeTaskDefinition", "ecs:RegisterTaskDefinition", "ecs:TagResource"]
                        Resource = ["*"]
                      },
                      {
                        Effect    = "Allow"
                        Action    = ["ecs:DescribeServices", "ecs:UpdateService", "ecs:RunTask", "ecs:DescribeTasks"]
                        Resource  = ["*"]
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

                output "deploy_role" {
                  description = "The variable AWS_ROLE of the environment on GitHub."
                  value       = one(aws_iam_role.deploy[*].arn)
                }

                output "cluster" {
                  value = aws_ecs_cluster.main.name
                }

                output "subnets" {
                  description = "Where the pipeline runs migrations."
                  value       = join(",", aws_subnet.private[*].id)
                }

                output "security_groups" {
                  description = "With which groups it runs them."
                  value = {
                @{groups}  }
                }

                """,
                "prefix",
                place.prefix(),
                "environment",
                place.environment().name(),
                "push",
                place.builds() ? push(place) : "",
                "groups",
                place.services("    %1$s = aws_security_group.%1$s.id\n", "")));
        if (place.builds()) {
            text.append("output \"repositories\" {\n  value = {\n");
            place.app().services().values().stream()
                    .filter(service -> service.image().isEmpty())
                    .forEach(service -> text.append("    %1$s = aws_ecr_repository.%1$s.repository_url\n"
                            .formatted(HclText.label(service.name()))));
            text.append("  }\n}\n\n");
        }
        if (!place.hosts().isEmpty()) {
            text.append("output \"addresses\" {\n  value = %s\n}\n"
                    .formatted(HclText.list(
                            place.hosts().stream().map("https://"::concat).toList())));
        }
        return place.file("pipeline.tf", text.toString());
    }

    private static String push(AwsPlace place) {
        return Template.fill(
                """
                      {
                        Effect   = "Allow"
                        Action   = ["ecr:GetAuthorizationToken"]
                        Resource = ["*"]
                      },
                      {
                        Effect = "Allow"
                        Action = [
                          "ecr:BatchCheckLayerAvailability",
                          "ecr:BatchGetImage",
                          "ecr:CompleteLayerUpload",
                          "ecr:DescribeImageScanFindings",
                          "ecr:GetDownloadUrlForLayer",
                          "ecr:InitiateLayerUpload",
                          "ecr:PutImage",
                          "ecr:UploadLayerPart",
                        ]
                        Resource = [@{repositories}]
                      },
                """,
                "repositories",
                place.app().services().values().stream()
                        .filter(service -> service.image().isEmpty())
                        .map(service -> "aws_ecr_repository.%s.arn".formatted(HclText.label(service.name())))
                        .collect(Collectors.joining(", ")));
    }
}
