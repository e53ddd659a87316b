package com.crewyard.hosting.artifacts;

import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Environment;
import com.crewyard.hosting.spec.AppSpec.Service;
import java.util.List;

/** Services of Cloud Run and the sizes it sells. */
final class CloudRunServices {

    private static final int MOST_MEMORY = 32_768;

    private CloudRunServices() {}

    static String service(AppSpec app, Service service, Environment environment) {
        String label = HclText.label(service.name());
        return Template.fill(
                """
                resource "google_cloud_run_v2_service" "@{label}" {
                  name     = "@{app}-@{name}"
                  location = var.region
                  ingress  = "INGRESS_TRAFFIC_ALL"

                  template {
                    service_account = google_service_account.main.email
                    # A WebSocket is one request to Cloud Run, and an hour is the longest one may last.
                    timeout          = "@{timeout}s"
                    session_affinity = @{sockets}

                    scaling {
                      min_instance_count = @{min}
                      max_instance_count = @{max}
                    }

                    containers {
                @{container}
                      ports {
                        container_port = @{port}
                      }
                @{probes}    }
                  }

                  traffic {
                    type    = "TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST"
                    percent = 100
                  }

                  # crewyard:keep service
                  # crewyard:end

                  depends_on = [@{depends}]
                }

                # Decide: who may call it. This is everybody.
                resource "google_cloud_run_v2_service_iam_member" "@{label}" {
                  name     = google_cloud_run_v2_service.@{label}.name
                  location = var.region
                  role     = "roles/run.invoker"
                  member   = "allUsers"
                }

                @{domains}output "@{label}_address" {
                  value = google_cloud_run_v2_service.@{label}.uri
                }
                """,
                "label",
                label,
                "app",
                app.app(),
                "name",
                service.name(),
                "timeout",
                service.websocket() ? 3600 : Texts.IDLE_SECONDS,
                "sockets",
                service.websocket(),
                "min",
                service.autoscale().map(scale -> scale.min()).orElse(service.replicas()),
                "max",
                service.autoscale().map(scale -> scale.max()).orElse(Math.max(1, service.replicas())),
                "container",
                container(app, service, environment, service.command(), true),
                "port",
                service.port().orElseThrow(),
                "probes",
                probes(service),
                "depends",
                depends(app, service),
                "domains",
                domains(service, label));
    }

    static String pool(AppSpec app, Service service, Environment environment) {
        return Template.fill(
                """
                # Nobody calls it, so it is a pool of workers that run all the time.
                resource "google_cloud_run_v2_worker_pool" "@{label}" {
                  name     = "@{app}-@{name}"
                  location = var.region

                  scaling {
                    manual_instance_count = @{replicas}
                  }

                  template {
                    service_account = google_service_account.main.email

                    containers {
                @{container}    }
                  }

                  depends_on = [@{depends}]
                }
                """,
                "label",
                HclText.label(service.name()),
                "app",
                app.app(),
                "name",
                service.name(),
                "replicas",
                service.autoscale().map(scale -> Math.max(1, scale.min())).orElse(service.replicas()),
                "container",
                container(app, service, environment, service.command(), false),
                "depends",
                depends(app, service));
    }

    static String container(
            AppSpec app, Service service, Environment environment, List<String> command, boolean serves) {
        StringBuilder text = new StringBuilder("      image = %s\n"
                .formatted(service.image()
                        .map(HclText::quoted)
                        .orElse(
                                "\"${var.region}-docker.pkg.dev/${var.project}/${google_artifact_registry_repository.main.repository_id}/%s-%s-%s:${var.release}\""
                                        .formatted(app.app(), environment.name(), service.name()))));
        if (!command.isEmpty()) {
            text.append("      args = ").append(HclText.list(command)).append('\n');
        }
        text.append("\n      resources {\n        limits = { cpu = \"%s\", memory = \"%dMi\" }\n"
                .formatted(cpu(service), memory(service)));
        if (serves) {
            text.append(
                    "        # Without, the CPU rests between requests, and with it what runs beside them.\n        cpu_idle = false\n");
        }
        text.append("      }\n");
        Texts.variables(service, environment).forEach((name, value) -> {
            if (!name.equals("PORT")) { // Cloud Run sets it, and takes none with this name
                text.append("\n      env {\n        name = \"%s\"\n        value = %s\n      }\n"
                        .formatted(name, HclText.quoted(value)));
            }
        });
        Texts.secrets(app, service)
                .forEach(name -> text.append(Template.fill("""

                              env {
                                name = "@{name}"

                                value_source {
                                  secret_key_ref {
                                    secret  = google_secret_manager_secret.@{label}.secret_id
                                    version = "latest"
                                  }
                                }
                              }
                        """, "name", name, "label", HclText.label(name))));
        return text.toString();
    }

    private static String probes(Service service) {
        return service.health()
                .map(health -> {
                    long period = Math.clamp(health.interval().toSeconds(), 1, 240);
                    return Template.fill(
                            """

                                  startup_probe {
                                    period_seconds    = @{period}
                                    timeout_seconds   = @{timeout}
                                    failure_threshold = @{failures}

                                    http_get {
                                      path = "@{path}"
                                    }
                                  }

                                  liveness_probe {
                                    period_seconds    = @{slow}
                                    timeout_seconds   = @{timeout}
                                    failure_threshold = 6

                                    http_get {
                                      path = "@{path}"
                                    }
                                  }
                            """,
                            "period",
                            period,
                            "timeout",
                            Math.clamp(health.timeout().toSeconds(), 1, period),
                            "failures",
                            Math.max(1, Math.ceilDiv(health.grace().toSeconds(), period)),
                            "slow",
                            Math.max(10, period),
                            "path",
                            health.path());
                })
                .orElse("");
    }

    /** Whole CPUs, for a part of one takes a single request at a time. */
    private static int cpu(Service service) {
        int least = Math.max(
                (int) Math.ceil(service.cpu()),
                service.memoryMebibytes() > 16_384
                        ? 6
                        : service.memoryMebibytes() > 8_192 ? 4 : service.memoryMebibytes() > 4_096 ? 2 : 1);
        return List.of(1, 2, 4, 6, 8).stream()
                .filter(sold -> sold >= least && service.memoryMebibytes() <= MOST_MEMORY)
                .findFirst()
                .orElseThrow(() -> new UnfitException(
                        "services.%s: cpu %s and memory %dMi are more than Cloud Run has, which is 8 CPUs and 32768Mi; ask for less, or use kubernetes"
                                .formatted(service.name(), service.cpu(), service.memoryMebibytes())));
    }

    /** 4 CPUs need 2 GiB at least, 6 and 8 need 4 GiB. */
    private static int memory(Service service) {
        int cpu = cpu(service);
        return Math.max(service.memoryMebibytes(), cpu >= 6 ? 4_096 : cpu == 4 ? 2_048 : 512);
    }

    static String depends(AppSpec app, Service service) {
        return String.join(
                ", ",
                Texts.secrets(app, service).stream()
                        .map(name -> "google_secret_manager_secret_iam_member." + HclText.label(name))
                        .toList());
    }

    private static String domains(Service service, String label) {
        List<String> hosts = service.routes().stream()
                .map(AppSpec.Route::host)
                .filter(host -> !host.startsWith("*"))
                .distinct()
                .toList();
        return hosts.isEmpty() ? "" : Template.fill("""
                        # Decide: where the region knows no domain mappings, or hosts are divided by path, put a load balancer in front.
                        resource "google_cloud_run_domain_mapping" "@{label}" {
                          for_each = toset(@{hosts})
                          location = var.region
                          name     = each.value

                          metadata {
                            namespace = var.project
                          }

                          spec {
                            route_name = google_cloud_run_v2_service.@{label}.name
                          }
                        }

                        """, "label", label, "hosts", HclText.list(hosts));
    }
}
