package com.crewyard.hosting.artifacts;

import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Environment;
import com.crewyard.hosting.spec.AppSpec.Health;
import com.crewyard.hosting.spec.AppSpec.Service;
import java.util.List;

/** Apps of Azure Container Apps and the sizes it sells. */
final class AzureContainers {

    private static final double MOST_CPU = 4;
    private static final double CPU_STEP = 0.25;
    private static final int MEMORY_OF_A_STEP = 512;

    private AzureContainers() {}

    static String service(AppSpec app, Service service, Environment environment) {
        String label = HclText.label(service.name());
        int least = service.autoscale().map(scale -> scale.min()).orElse(service.replicas());
        String scale =
                service.autoscale().map(wanted -> """

                            custom_scale_rule {
                              name             = "cpu"
                              custom_rule_type = "cpu"
                              metadata         = { type = "Utilization", value = "%d" }
                            }
                        """.formatted(wanted.cpu())).orElse("");
        String ingress = service.port().isEmpty()
                ? ""
                : Template.fill(
                        """

                          # What is silent for 240 s is ended by the ingress: a WebSocket has to send a ping more often than that.
                          ingress {
                            external_enabled = @{external}
                            target_port      = @{port}
                            transport        = "auto"

                            traffic_weight {
                              latest_revision = true
                              percentage      = 100
                            }
                          }
                        """,
                        "external",
                        !service.routes().isEmpty(),
                        "port",
                        service.port().getAsInt());
        return Template.fill(
                """
                resource "azurerm_container_app" "@{label}" {
                  name                         = "@{name}"
                  resource_group_name          = azurerm_resource_group.main.name
                  container_app_environment_id = azurerm_container_app_environment.main.id
                  # Decide: with "Multiple" traffic can be divided among revisions.
                  revision_mode = "Single"

                @{identity}@{ingress}
                  template {
                    min_replicas                     = @{min}
                    max_replicas                     = @{max}
                    termination_grace_period_seconds = @{drain}

                @{container}@{scale}  }

                  # crewyard:keep service
                  # crewyard:end

                  depends_on = [azurerm_role_assignment.secrets]
                }
                @{output}""",
                "label",
                label,
                "name",
                name(app, service.name()),
                "identity",
                identity(app, service, environment),
                "ingress",
                ingress,
                "min",
                least,
                "max",
                service.autoscale().map(wanted -> wanted.max()).orElse(Math.max(1, service.replicas())),
                "drain",
                Math.min(600, service.drain().longest().toSeconds()),
                "container",
                container(
                        app,
                        service,
                        environment,
                        service.command(),
                        service.port().isPresent()),
                "scale",
                scale,
                "output",
                service.port().isEmpty()
                        ? ""
                        : "\n# Decide: names of your own and their certificates are bound with azurerm_container_app_custom_domain: %s.\noutput \"%s_address\" {\n  value = \"https://${azurerm_container_app.%s.ingress[0].fqdn}\"\n}\n"
                                .formatted(
                                        String.join(
                                                ", ",
                                                service.routes().stream()
                                                        .map(AppSpec.Route::host)
                                                        .distinct()
                                                        .toList()),
                                        label,
                                        label));
    }

    /** At most 32 characters. */
    static String name(AppSpec app, String part) {
        String name = app.app() + "-" + part;
        return name.length() <= 32
                ? name
                : name.substring(0, 24).replaceAll("-+$", "") + "-" + "%07x".formatted(name.hashCode() >>> 4);
    }

    static String identity(AppSpec app, Service service, Environment environment) {
        StringBuilder text = new StringBuilder("""
                  identity {
                    type         = "UserAssigned"
                    identity_ids = [azurerm_user_assigned_identity.main.id]
                  }
                """);
        Texts.secrets(app, service).forEach(name -> text.append(Template.fill("""

                          secret {
                            name                = "@{name}"
                            key_vault_secret_id = "${azurerm_key_vault.main.vault_uri}secrets/@{name}"
                            identity            = azurerm_user_assigned_identity.main.id
                          }
                        """, "name", dashed(name))));
        return text.toString();
    }

    static String container(
            AppSpec app, Service service, Environment environment, List<String> command, boolean serves) {
        double cpu = cpu(service);
        StringBuilder text = new StringBuilder(Template.fill(
                """
                    container {
                      name  = "@{name}"
                      image = @{image}
                @{args}      # It sells so many CPUs with twice as many GiB; the spec asks for @{asked_cpu} and @{asked_memory} MiB.
                      cpu    = @{cpu}
                      memory = "@{memory}Gi"
                """,
                "name",
                service.name(),
                "image",
                service.image()
                        .map(HclText::quoted)
                        .orElse("\"${var.registry}/%s-%s-%s:${var.release}\""
                                .formatted(app.app(), environment.name(), service.name())),
                "args",
                command.isEmpty() ? "" : "      args = " + HclText.list(command) + "\n",
                "asked_cpu",
                service.cpu(),
                "asked_memory",
                service.memoryMebibytes(),
                "cpu",
                number(cpu),
                "memory",
                number(cpu * 2)));
        Texts.variables(service, environment)
                .forEach((name, value) ->
                        text.append("\n      env {\n        name = \"%s\"\n        value = %s\n      }\n"
                                .formatted(name, HclText.quoted(value))));
        Texts.secrets(app, service)
                .forEach(name ->
                        text.append("\n      env {\n        name = \"%s\"\n        secret_name = \"%s\"\n      }\n"
                                .formatted(name, dashed(name))));
        if (serves) {
            service.health()
                    .ifPresent(health -> text.append(probes(service.port().orElseThrow(), health)));
        }
        return text.append("    }\n").toString();
    }

    static String dashed(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static String probes(int port, Health health) {
        long interval = Math.clamp(health.interval().toSeconds(), 1, 240);
        StringBuilder text = new StringBuilder();
        for (String kind : List.of("startup", "readiness", "liveness")) {
            text.append(Template.fill(
                    """

                          @{kind}_probe {
                            transport               = "HTTP"
                            path                    = "@{path}"
                            port                    = @{port}
                            interval_seconds        = @{interval}
                            timeout                 = @{timeout}
                            failure_count_threshold = @{failures}
                          }
                    """,
                    "kind",
                    kind,
                    "path",
                    health.path(),
                    "port",
                    port,
                    "interval",
                    interval,
                    "timeout",
                    Math.clamp(health.timeout().toSeconds(), 1, 240),
                    "failures",
                    kind.equals("startup")
                            ? Math.clamp(Math.ceilDiv(health.grace().toSeconds(), interval), 1, 30)
                            : kind.equals("liveness") ? 6 : 3));
        }
        return text.toString();
    }

    /** A quarter of a CPU comes with half a GiB. */
    private static double cpu(Service service) {
        double steps = Math.max(
                Math.ceil(service.cpu() / CPU_STEP), Math.ceilDiv(service.memoryMebibytes(), MEMORY_OF_A_STEP));
        double cpu = Math.max(1, steps) * CPU_STEP;
        if (cpu > MOST_CPU) {
            throw new UnfitException(
                    "services.%s: cpu %s and memory %dMi are more than Container Apps has, which is 4 CPUs and 8192Mi; ask for less, or use kubernetes"
                            .formatted(service.name(), service.cpu(), service.memoryMebibytes()));
        }
        return cpu;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
