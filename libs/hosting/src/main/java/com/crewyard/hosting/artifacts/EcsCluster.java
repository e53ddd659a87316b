package com.crewyard.hosting.artifacts;

import com.crewyard.hosting.artifacts.Generator.Artifact;
import com.crewyard.hosting.spec.AppSpec.Service;

/** The cluster, a repository for each image that is built, a log group for each service. */
final class EcsCluster {

    private EcsCluster() {}

    static Artifact file(AwsPlace place) {
        StringBuilder text = new StringBuilder(Template.fill("""
                resource "aws_ecs_cluster" "main" {
                  name = "@{prefix}"

                  setting {
                    name  = "containerInsights"
                    value = "enabled"
                  }
                }

                resource "aws_ecs_cluster_capacity_providers" "main" {
                  cluster_name       = aws_ecs_cluster.main.name
                  capacity_providers = ["FARGATE", "FARGATE_SPOT"]

                  default_capacity_provider_strategy {
                    capacity_provider = "FARGATE"
                    weight            = 1
                  }
                }

                """, "prefix", place.prefix()));
        if (connected(place)) {
            text.append(Template.fill("""
                    # Services call each other as http://NAME:PORT.
                    resource "aws_service_discovery_http_namespace" "main" {
                      name = "@{prefix}"
                    }

                    """, "prefix", place.prefix()));
        }
        place.app().services().values().stream()
                .filter(service -> service.image().isEmpty())
                .forEach(service -> text.append(repository(place, service)));
        place.app()
                .services()
                .keySet()
                .forEach(name -> text.append(Template.fill(
                        """
                        resource "aws_cloudwatch_log_group" "@{label}" {
                          name              = "/@{app}/@{environment}/@{name}"
                          retention_in_days = var.log_days
                        }

                        """,
                        "label",
                        HclText.label(name),
                        "app",
                        place.app().app(),
                        "environment",
                        place.environment().name(),
                        "name",
                        name)));
        return place.file("cluster.tf", text.toString());
    }

    /** Whether there is more than one service to be called. */
    static boolean connected(AwsPlace place) {
        return place.app().services().values().stream()
                        .filter(service -> service.port().isPresent())
                        .count()
                > 1;
    }

    static String repository(AwsPlace place, Service service) {
        return Template.fill(
                """
                resource "aws_ecr_repository" "@{label}" {
                  name                 = "@{prefix}-@{name}"
                  image_tag_mutability = "IMMUTABLE"

                  image_scanning_configuration {
                    scan_on_push = true
                  }
                }

                resource "aws_ecr_lifecycle_policy" "@{label}" {
                  repository = aws_ecr_repository.@{label}.name

                  policy = jsonencode({
                    rules = [{
                      rulePriority = 1
                      description  = "The last 30 releases can be gone back to."
                      selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 30 }
                      action       = { type = "expire" }
                    }]
                  })
                }

                """, "label", HclText.label(service.name()), "prefix", place.prefix(), "name", service.name());
    }
}
