package com.crewyard.hosting.artifacts;

import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Environment;
import java.util.ArrayList;
import java.util.List;

/** How the Terraform of the smaller targets begins, and what it says of what it leaves out. */
final class SmallTerraform {

    private SmallTerraform() {}

    static String aws(AwsPlace place) {
        String region = EcsGenerator.variable(
                "region",
                "Where everything runs.",
                "string",
                place.environment().region().map(HclText::quoted).orElse(""));
        boolean release = place.builds() || !place.generator().target().equals("ecs-express");
        return begin("aws", "~> 6.25", ">= 1.9") + """

                provider "aws" {
                  region = var.region
                }

                data "aws_caller_identity" "here" {}

                """ + region + (release ? release() : "");
    }

    static String release() {
        return EcsGenerator.variable(
                "release", "The tag of the images; the pipeline gives it, and never gives one twice.", "string", "");
    }

    static String begin(String provider, String version, String terraform) {
        return Template.fill("""
                terraform {
                  required_version = "@{terraform}"

                  required_providers {
                    @{provider} = {
                      source  = "hashicorp/@{provider}"
                      version = "@{version}"
                    }
                  }

                  # Decide where the state lies, with a backend block.
                  # crewyard:keep state
                  # crewyard:end
                }
                """, "terraform", terraform, "provider", provider, "version", version);
    }

    /** Migrations and cron jobs that a target keeps no place for. */
    static String elsewhere(AppSpec app, String target, String better) {
        List<String> left = new ArrayList<>();
        app.migrations()
                .expand()
                .ifPresent(migration -> left.add("migration " + String.join(" ", migration.command())));
        app.cron().forEach((name, job) -> left.add("cron job " + name + " (" + job.schedule() + ")"));
        return left.isEmpty()
                ? ""
                : "\n# Decide: %s runs nothing once or by the clock. Not here, and in ./crewyard generate %s: %s.\n"
                        .formatted(target, better, String.join(", ", left));
    }

    static Generator.Artifact file(Generator generator, Environment environment, String path, String body) {
        return new Generator.Artifact(
                path, Texts.header(generator, environment) + "\n" + HclText.format(body.strip() + "\n"));
    }
}
