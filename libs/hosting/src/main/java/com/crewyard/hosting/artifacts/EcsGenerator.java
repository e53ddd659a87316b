package com.crewyard.hosting.artifacts;

import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Backing.Kind;
import com.crewyard.hosting.spec.AppSpec.Environment;
import java.util.ArrayList;
import java.util.List;

/** Terraform for AWS: the services on ECS with Fargate, and everything they stand on. */
final class EcsGenerator implements Generator {

    @Override
    public String target() {
        return "ecs";
    }

    @Override
    public List<Artifact> generate(AppSpec app, Environment environment) {
        AwsPlace place = new AwsPlace(this, app, environment);
        List<Artifact> files = new ArrayList<>();
        files.add(place.file("versions.tf", versions(place)));
        files.add(place.file("variables.tf", variables(place)));
        files.add(EcsNetwork.file(place));
        files.add(EcsCluster.file(place));
        files.add(EcsAccess.file(place));
        if (!place.hosts().isEmpty()) {
            files.add(EcsEdge.file(place));
            files.add(EcsFirewall.file(place));
        }
        app.services().values().forEach(service -> files.add(EcsServices.file(place, service)));
        EcsTasks.file(place).ifPresent(files::add);
        files.addAll(EcsData.files(place));
        files.addAll(EcsAlarms.files(place));
        files.add(EcsPipeline.file(place));
        return List.copyOf(files);
    }

    private static String versions(AwsPlace place) {
        return Template.fill(
                """
                terraform {
                  # Write-only arguments keep passwords out of the state; they are in 1.11 and later.
                  required_version = ">= 1.11"

                  required_providers {
                    aws = {
                      source  = "hashicorp/aws"
                      version = "~> 6.25"
                    }
                    random = {
                      source  = "hashicorp/random"
                      version = "~> 3.7"
                    }
                  }

                  # Decide where the state lies, for example: backend "s3" { bucket, key, region, use_lockfile = true }
                  # crewyard:keep state
                  # crewyard:end
                }

                provider "aws" {
                  region = var.region

                  default_tags {
                    tags = {
                      Application = @{app}
                      Environment = @{environment}
                      ManagedBy   = "terraform"
                    }
                  }
                }

                data "aws_caller_identity" "here" {}
                """,
                "app",
                HclText.quoted(place.app().app()),
                "environment",
                HclText.quoted(place.environment().name()));
    }

    private static String variables(AwsPlace place) {
        StringBuilder text = new StringBuilder();
        text.append(variable(
                "region",
                "Where everything runs.",
                "string",
                place.environment().region().map(HclText::quoted).orElse("")));
        if (place.builds()) {
            text.append(variable(
                    "release",
                    "The tag of the images; the pipeline gives it, and never gives one twice.",
                    "string",
                    ""));
        }
        text.append(variable("network", "The addresses of the network: a /16.", "string", "\"10.40.0.0/16\""));
        text.append(variable("zones", "How many availability zones, 2 or 3.", "number", "2"));
        text.append(variable(
                "nat_per_zone",
                "One NAT gateway in every zone outlives the loss of a zone; one for all costs less.",
                "bool",
                "true"));
        text.append(variable(
                "spot_weight",
                "Of the instances above the smallest number: how many run on Spot for each one that does not.",
                "number",
                "1"));
        text.append(variable("log_days", "How long logs are kept.", "number", "30"));
        text.append(variable("alarm_email", "Who hears of alarms; empty for nobody.", "string", "\"\""));
        if (!place.backing(Kind.DATABASE).isEmpty()) {
            text.append(variable("database_class", "The size of a database.", "string", "\"db.t4g.small\""));
            text.append(variable("database_gib", "The storage a database begins with.", "number", "20"));
        }
        if (!place.backing(Kind.CACHE).isEmpty()) {
            text.append(variable("cache_type", "The size of a cache node.", "string", "\"cache.t4g.small\""));
        }
        text.append(variable(
                "github_repository",
                "owner/name of the repository whose workflows may deploy; empty for none.",
                "string",
                "\"\""));
        return text.toString();
    }

    static String variable(String name, String description, String type, String value) {
        return "variable \"%s\" {\n  description = %s\n  type = %s\n%s}\n\n"
                .formatted(
                        name, HclText.quoted(description), type, value.isEmpty() ? "" : "  default = " + value + "\n");
    }
}
