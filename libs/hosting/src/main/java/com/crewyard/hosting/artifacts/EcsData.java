package com.crewyard.hosting.artifacts;

import com.crewyard.hosting.artifacts.Generator.Artifact;
import com.crewyard.hosting.spec.AppSpec.Backing;
import com.crewyard.hosting.spec.AppSpec.Backing.Kind;
import java.util.ArrayList;
import java.util.List;

/** Databases on RDS, caches on ElastiCache, queues on SQS, files on S3. */
final class EcsData {

    private EcsData() {}

    static List<Artifact> files(AwsPlace place) {
        List<Artifact> files = new ArrayList<>();
        place.app().backing().forEach((name, backing) -> {
            String body = switch (backing.kind()) {
                case DATABASE -> database(place, name, backing);
                case CACHE -> cache(place, name, backing);
                case QUEUE -> EcsStores.queue(place, name);
                case STORAGE -> EcsStores.storage(place, name);
            };
            String kind = backing.kind() == Kind.STORAGE
                    ? "files"
                    : backing.kind().name().toLowerCase(java.util.Locale.ROOT);
            files.add(place.file(
                    kind + "-" + name + ".tf", body + "# crewyard:keep %s\n# crewyard:end\n".formatted(kind)));
        });
        return files;
    }

    private static String database(AwsPlace place, String name, Backing backing) {
        String major = backing.version().replaceFirst("\\..*", "");
        return group(place, name, 5432)
                + Template.fill(
                        """
                        resource "aws_db_subnet_group" "@{label}" {
                          name       = "@{identifier}"
                          subnet_ids = aws_subnet.inner[*].id
                        }

                        resource "aws_db_parameter_group" "@{label}" {
                          name_prefix = "@{name}-"
                          family      = "postgres@{major}"

                          parameter {
                            name  = "rds.force_ssl"
                            value = "1"
                          }

                          parameter {
                            name  = "log_min_duration_statement"
                            value = "1000"
                          }

                          lifecycle {
                            create_before_destroy = true
                          }
                        }

                        # Made anew whenever Terraform runs and kept nowhere; it is written when the version below rises.
                        ephemeral "random_password" "@{label}" {
                          length  = 40
                          special = false
                        }

                        locals {
                          # Raise it by one to change the password; both places that know it change in one run.
                          @{label}_password_version = 1
                        }

                        resource "aws_db_instance" "@{label}" {
                          identifier            = "@{identifier}"
                          engine                = "postgres"
                          engine_version        = "@{version}"
                          instance_class        = var.database_class
                          allocated_storage     = var.database_gib
                          max_allocated_storage = var.database_gib * 10
                          storage_type          = "gp3"
                          storage_encrypted     = true

                          db_name             = "application"
                          username            = "application"
                          password_wo         = ephemeral.random_password.@{label}.result
                          password_wo_version = local.@{label}_password_version

                          multi_az               = true
                          db_subnet_group_name   = aws_db_subnet_group.@{label}.name
                          parameter_group_name   = aws_db_parameter_group.@{label}.name
                          vpc_security_group_ids = [aws_security_group.@{label}.id]

                          # Any second of the last fourteen days can be gone back to:
                          # aws rds restore-db-instance-to-point-in-time --source-db-instance-identifier @{identifier} \\
                          #   --target-db-instance-identifier @{identifier}-restored --restore-time 2026-01-31T12:00:00Z
                          backup_retention_period   = 14
                          backup_window             = "02:00-03:00"
                          maintenance_window        = "sun:03:30-sun:04:30"
                          copy_tags_to_snapshot     = true
                          delete_automated_backups  = false
                          deletion_protection       = true
                          skip_final_snapshot       = false
                          final_snapshot_identifier = "@{identifier}-last"

                          performance_insights_enabled    = true
                          enabled_cloudwatch_logs_exports = ["postgresql", "upgrade"]
                          auto_minor_version_upgrade      = true
                        }

                        resource "aws_secretsmanager_secret" "@{secret}" {
                          name                    = "@{prefix}/@{env}"
                          recovery_window_in_days = 7
                        }

                        resource "aws_secretsmanager_secret_version" "@{secret}" {
                          secret_id                = aws_secretsmanager_secret.@{secret}.id
                          secret_string_wo_version = local.@{label}_password_version
                          secret_string_wo         = "postgresql://application:${ephemeral.random_password.@{label}.result}@${aws_db_instance.@{label}.endpoint}/application?sslmode=require"
                        }

                        """,
                        "label",
                        HclText.label(name),
                        "name",
                        name,
                        "identifier",
                        place.name(name, 58),
                        "major",
                        major,
                        "version",
                        backing.version(),
                        "secret",
                        HclText.label(backing.env()),
                        "env",
                        backing.env(),
                        "prefix",
                        place.prefix());
    }

    private static String cache(AwsPlace place, String name, Backing backing) {
        String engine = backing.engine();
        return group(place, name, 6379)
                + Template.fill(
                        """
                        resource "aws_elasticache_subnet_group" "@{label}" {
                          name       = "@{identifier}"
                          subnet_ids = aws_subnet.inner[*].id
                        }

                        # Who reaches it is what the security group says; it takes no password.
                        resource "aws_elasticache_replication_group" "@{label}" {
                          replication_group_id       = "@{identifier}"
                          description                = "@{prefix} @{name}"
                          engine                     = "@{engine}"
                          engine_version             = "@{version}"
                          node_type                  = var.cache_type
                          num_cache_clusters         = 2
                          automatic_failover_enabled = true
                          multi_az_enabled           = true
                          at_rest_encryption_enabled = true
                          transit_encryption_enabled = true
                          transit_encryption_mode    = "required"
                          subnet_group_name          = aws_elasticache_subnet_group.@{label}.name
                          security_group_ids         = [aws_security_group.@{label}.id]
                          snapshot_retention_limit   = 3
                          maintenance_window         = "sun:03:30-sun:04:30"
                        }

                        """,
                        "label",
                        HclText.label(name),
                        "identifier",
                        place.name(name, 40),
                        "prefix",
                        place.prefix(),
                        "name",
                        name,
                        "engine",
                        engine,
                        "version",
                        version(backing));
    }

    /** ElastiCache wants the minor version too, and sells 7.1 as the last of Redis. */
    private static String version(Backing backing) {
        if (backing.version().contains(".")) {
            return backing.version();
        }
        return backing.engine().equals("redis") ? backing.version() + ".1" : backing.version() + ".2";
    }

    private static String group(AwsPlace place, String name, int port) {
        StringBuilder text = new StringBuilder(Template.fill("""
                resource "aws_security_group" "@{label}" {
                  name_prefix = "@{name}-"
                  description = "@{name}"
                  vpc_id      = aws_vpc.main.id

                  lifecycle {
                    create_before_destroy = true
                  }
                }

                """, "label", HclText.label(name), "name", name));
        place.app()
                .services()
                .keySet()
                .forEach(service -> text.append(Template.fill(
                        """
                        resource "aws_vpc_security_group_ingress_rule" "@{label}_from_@{service}" {
                          security_group_id            = aws_security_group.@{label}.id
                          referenced_security_group_id = aws_security_group.@{service}.id
                          from_port                    = @{port}
                          to_port                      = @{port}
                          ip_protocol                  = "tcp"
                        }

                        """, "label", HclText.label(name), "service", HclText.label(service), "port", port)));
        return text.toString();
    }
}
