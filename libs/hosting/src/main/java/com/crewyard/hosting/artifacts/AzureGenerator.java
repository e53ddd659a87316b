package com.crewyard.hosting.artifacts;

import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Environment;
import com.crewyard.hosting.spec.AppSpec.Service;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Terraform for Azure Container Apps, with jobs for migrations and schedules and secrets in a Key Vault. */
final class AzureGenerator implements Generator {

    @Override
    public String target() {
        return "azure-container-apps";
    }

    @Override
    public List<Artifact> generate(AppSpec app, Environment environment) {
        List<Artifact> files = new ArrayList<>();
        files.add(SmallTerraform.file(this, environment, "versions.tf", versions(app, environment)));
        files.add(SmallTerraform.file(this, environment, "place.tf", place(app, environment)));
        app.services()
                .values()
                .forEach(service -> files.add(SmallTerraform.file(
                        this,
                        environment,
                        "service-" + service.name() + ".tf",
                        AzureContainers.service(app, service, environment))));
        String jobs = jobs(app, environment);
        if (!jobs.isEmpty()) {
            files.add(SmallTerraform.file(this, environment, "jobs.tf", jobs));
        }
        return List.copyOf(files);
    }

    private static String versions(AppSpec app, Environment environment) {
        boolean builds = app.services().values().stream()
                .anyMatch(service -> service.image().isEmpty());
        return SmallTerraform.begin("azurerm", "~> 4.0", ">= 1.9")
                + """

                provider "azurerm" {
                  features {}
                }

                data "azurerm_client_config" "here" {}

                """
                + EcsGenerator.variable(
                        "region",
                        "Where everything runs, such as germanywestcentral.",
                        "string",
                        environment.region().map(HclText::quoted).orElse(""))
                + (builds
                        ? SmallTerraform.release()
                                + EcsGenerator.variable(
                                        "registry", "Where the images are, such as ghcr.io/acme.", "string", "")
                        : "");
    }

    private static String place(AppSpec app, Environment environment) {
        StringBuilder text = new StringBuilder(
                Template.fill("""
                resource "azurerm_resource_group" "main" {
                  name     = "@{prefix}"
                  location = var.region
                }

                resource "azurerm_log_analytics_workspace" "main" {
                  name                = "@{prefix}"
                  location            = azurerm_resource_group.main.location
                  resource_group_name = azurerm_resource_group.main.name
                  retention_in_days   = 30
                }

                resource "azurerm_container_app_environment" "main" {
                  name                       = "@{prefix}"
                  location                   = azurerm_resource_group.main.location
                  resource_group_name        = azurerm_resource_group.main.name
                  logs_destination           = "log-analytics"
                  log_analytics_workspace_id = azurerm_log_analytics_workspace.main.id
                }

                resource "azurerm_user_assigned_identity" "main" {
                  name                = "@{prefix}"
                  location            = azurerm_resource_group.main.location
                  resource_group_name = azurerm_resource_group.main.name
                }

                # Decide: names of vaults are taken by the whole world.
                resource "azurerm_key_vault" "main" {
                  name                       = "@{vault}"
                  location                   = azurerm_resource_group.main.location
                  resource_group_name        = azurerm_resource_group.main.name
                  tenant_id                  = data.azurerm_client_config.here.tenant_id
                  sku_name                   = "standard"
                  rbac_authorization_enabled = true
                  purge_protection_enabled   = true
                }

                resource "azurerm_role_assignment" "secrets" {
                  scope                = azurerm_key_vault.main.id
                  role_definition_name = "Key Vault Secrets User"
                  principal_id         = azurerm_user_assigned_identity.main.principal_id
                }

                """, "prefix", app.app() + "-" + environment.name(), "vault", vault(app, environment)));
        Set<String> secrets = new LinkedHashSet<>();
        app.services().values().forEach(service -> secrets.addAll(Texts.secrets(app, service)));
        if (!secrets.isEmpty()) {
            text.append(
                    "# Their values, before the rest is applied: az keyvault secret set --vault-name %s --name NAME --file /dev/stdin\n# %s\n"
                            .formatted(
                                    vault(app, environment),
                                    String.join(
                                            ", ",
                                            secrets.stream()
                                                    .map(AzureContainers::dashed)
                                                    .toList())));
        }
        return text.toString();
    }

    /** Three to 24 letters, digits and dashes. */
    private static String vault(AppSpec app, Environment environment) {
        String name = app.app() + "-" + environment.name();
        return name.length() <= 24
                ? name
                : name.substring(0, 16).replaceAll("-+$", "") + "-" + "%07x".formatted(name.hashCode() >>> 4);
    }

    private static String jobs(AppSpec app, Environment environment) {
        StringBuilder text = new StringBuilder();
        String manual =
                "\n  # By hand or by the pipeline: az containerapp job start\n  manual_trigger_config {\n    parallelism = 1\n  }\n";
        app.migrations()
                .expand()
                .ifPresent(migration -> text.append(
                        job(app, "migrate-expand", migration.service(), migration.command(), environment, manual)));
        app.migrations()
                .contract()
                .ifPresent(migration -> text.append(
                        job(app, "migrate-contract", migration.service(), migration.command(), environment, manual)));
        app.cron()
                .forEach((name, cron) -> text.append(job(
                        app,
                        name,
                        cron.service(),
                        cron.command(),
                        environment,
                        "\n  # In UTC.\n  schedule_trigger_config {\n    cron_expression = \"%s\"\n  }\n"
                                .formatted(cron.schedule()))));
        return text.toString();
    }

    private static String job(
            AppSpec app,
            String name,
            String serviceName,
            List<String> command,
            Environment environment,
            String trigger) {
        Service service = app.services().get(serviceName);
        return service == null
                ? ""
                : Template.fill(
                        """
                        resource "azurerm_container_app_job" "@{label}" {
                          name                         = "@{name}"
                          location                     = azurerm_resource_group.main.location
                          resource_group_name          = azurerm_resource_group.main.name
                          container_app_environment_id = azurerm_container_app_environment.main.id
                          replica_timeout_in_seconds   = 1800
                          replica_retry_limit          = 2

                        @{identity}@{trigger}
                          template {
                        @{container}  }

                          depends_on = [azurerm_role_assignment.secrets]
                        }

                        """,
                        "label",
                        HclText.label(name),
                        "name",
                        AzureContainers.name(app, name),
                        "identity",
                        AzureContainers.identity(app, service, environment),
                        "trigger",
                        trigger,
                        "container",
                        AzureContainers.container(app, service, environment, command, false));
    }
}
