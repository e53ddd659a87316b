package com.crewyard.hosting.artifacts;

import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Environment;
import com.crewyard.hosting.spec.AppSpec.Service;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Terraform for Google Cloud Run: services, worker pools for what nobody calls, jobs for migrations and schedules. */
final class CloudRunGenerator implements Generator {

    @Override
    public String target() {
        return "cloud-run";
    }

    @Override
    public List<Artifact> generate(AppSpec app, Environment environment) {
        List<Artifact> files = new ArrayList<>();
        files.add(SmallTerraform.file(this, environment, "versions.tf", versions(app, environment)));
        files.add(SmallTerraform.file(this, environment, "access.tf", access(app, environment)));
        for (Service service : app.services().values()) {
            files.add(SmallTerraform.file(
                    this,
                    environment,
                    "service-" + service.name() + ".tf",
                    service.port().isPresent()
                            ? CloudRunServices.service(app, service, environment)
                            : CloudRunServices.pool(app, service, environment)));
        }
        String jobs = jobs(app, environment);
        if (!jobs.isEmpty()) {
            files.add(SmallTerraform.file(this, environment, "jobs.tf", jobs));
        }
        return List.copyOf(files);
    }

    private static String versions(AppSpec app, Environment environment) {
        return SmallTerraform.begin("google", "~> 7.0", ">= 1.9")
                + """

                provider "google" {
                  project = var.project
                  region  = var.region
                }

                """
                + EcsGenerator.variable("project", "The project on Google Cloud.", "string", "")
                + EcsGenerator.variable(
                        "region",
                        "Where everything runs, such as europe-west3.",
                        "string",
                        environment.region().map(HclText::quoted).orElse(""))
                + (builds(app) ? SmallTerraform.release() : "");
    }

    private static boolean builds(AppSpec app) {
        return app.services().values().stream()
                .anyMatch(service -> service.image().isEmpty());
    }

    private static String access(AppSpec app, Environment environment) {
        StringBuilder text = new StringBuilder(Template.fill(
                """
                # What the services are; it may read their secrets and nothing else.
                resource "google_service_account" "main" {
                  account_id   = "@{id}"
                  display_name = "@{app} @{environment}"
                }

                """, "id", account(app, environment), "app", app.app(), "environment", environment.name()));
        Set<String> secrets = new LinkedHashSet<>();
        app.services().values().forEach(service -> secrets.addAll(Texts.secrets(app, service)));
        secrets.forEach(secret -> text.append(Template.fill(
                """
                # Its value: gcloud secrets versions add @{id} --data-file=-
                resource "google_secret_manager_secret" "@{label}" {
                  secret_id = "@{id}"

                  replication {
                    auto {}
                  }
                }

                resource "google_secret_manager_secret_iam_member" "@{label}" {
                  secret_id = google_secret_manager_secret.@{label}.id
                  role      = "roles/secretmanager.secretAccessor"
                  member    = google_service_account.main.member
                }

                """, "label", HclText.label(secret), "id", app.app() + "-" + environment.name() + "-" + secret)));
        if (builds(app)) {
            text.append(Template.fill("""
                    resource "google_artifact_registry_repository" "main" {
                      location      = var.region
                      repository_id = "@{app}"
                      format        = "DOCKER"

                      docker_config {
                        immutable_tags = true
                      }
                    }

                    """, "app", app.app()));
        }
        return text.toString();
    }

    /** Six to thirty characters. */
    private static String account(AppSpec app, Environment environment) {
        String id = app.app() + "-" + environment.name();
        return id.length() <= 30
                ? id
                : id.substring(0, 22).replaceAll("-+$", "") + "-" + "%07x".formatted(id.hashCode() >>> 4);
    }

    private static String jobs(AppSpec app, Environment environment) {
        StringBuilder text = new StringBuilder();
        app.migrations()
                .expand()
                .ifPresent(migration ->
                        text.append(job(app, "migrate-expand", migration.service(), migration.command(), environment)));
        app.migrations()
                .contract()
                .ifPresent(migration -> text.append(
                        job(app, "migrate-contract", migration.service(), migration.command(), environment)));
        app.cron()
                .forEach((name, cron) -> text.append(job(app, name, cron.service(), cron.command(), environment))
                        .append(Template.fill(
                                """
                        resource "google_cloud_scheduler_job" "@{label}" {
                          name      = "@{app}-@{name}"
                          region    = var.region
                          schedule  = "@{schedule}"
                          time_zone = "Etc/UTC"

                          http_target {
                            http_method = "POST"
                            uri         = "https://run.googleapis.com/v2/${google_cloud_run_v2_job.@{label}.id}:run"

                            oauth_token {
                              service_account_email = google_service_account.main.email
                            }
                          }
                        }

                        resource "google_cloud_run_v2_job_iam_member" "@{label}" {
                          name     = google_cloud_run_v2_job.@{label}.name
                          location = var.region
                          role     = "roles/run.invoker"
                          member   = google_service_account.main.member
                        }

                        """,
                                "label",
                                HclText.label(name),
                                "app",
                                app.app(),
                                "name",
                                name,
                                "schedule",
                                cron.schedule())));
        return text.toString();
    }

    private static String job(
            AppSpec app, String name, String serviceName, List<String> command, Environment environment) {
        Service service = app.services().get(serviceName);
        return service == null
                ? ""
                : Template.fill(
                        """
                        # By hand or by the pipeline: gcloud run jobs execute @{app}-@{name} --wait
                        resource "google_cloud_run_v2_job" "@{label}" {
                          name     = "@{app}-@{name}"
                          location = var.region

                          template {
                            template {
                              service_account = google_service_account.main.email
                              max_retries     = 2

                              containers {
                        @{container}      }
                            }
                          }

                          depends_on = [@{depends}]
                        }

                        """,
                        "app",
                        app.app(),
                        "name",
                        name,
                        "label",
                        HclText.label(name),
                        "container",
                        CloudRunServices.container(app, service, environment, command, false)
                                .indent(2),
                        "depends",
                        CloudRunServices.depends(app, service));
    }
}
