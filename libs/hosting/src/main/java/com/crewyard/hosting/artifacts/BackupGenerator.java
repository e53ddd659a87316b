package com.crewyard.hosting.artifacts;

import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Backing;
import com.crewyard.hosting.spec.AppSpec.Backing.Kind;
import com.crewyard.hosting.spec.AppSpec.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Scripts and timers that dump each database daily, keep its log so that any second can be gone back to, and restore. */
final class BackupGenerator implements Generator {

    private static final List<String> SCRIPTS =
            List.of("backup", "restore", "archive-wal", "base-backup", "restore-to");

    @Override
    public String target() {
        return "backup";
    }

    @Override
    public List<Artifact> generate(AppSpec app, Environment environment) {
        List<Artifact> files = new ArrayList<>();
        for (Map.Entry<String, Backing> backing : app.backing().entrySet()) {
            if (backing.getValue().kind() == Kind.DATABASE) {
                files.addAll(database(app, environment, backing.getKey()));
            }
        }
        if (files.isEmpty()) {
            throw new UnfitException(
                    "databases: there is none to back up in %s; files on S3 are kept by versions, see ecs"
                            .formatted(app.app()));
        }
        return List.copyOf(files);
    }

    private List<Artifact> database(AppSpec app, Environment environment, String name) {
        String header = Texts.header(this, environment);
        List<Artifact> files = new ArrayList<>();
        for (String script : SCRIPTS) {
            String body = Template.fill(
                    Resources.text("backup/" + script + ".sh"),
                    "app",
                    app.app(),
                    "database",
                    name,
                    "label",
                    HclText.label(app.app() + "_" + name));
            files.add(new Artifact(name + "/" + script + ".sh", "#!/usr/bin/env bash\n" + header + body));
        }
        files.add(new Artifact(
                name + "/postgresql-archive.conf", header + Template.fill("""
                # Into conf.d of the server, for going back to any second. A restart turns it on.
                wal_level = replica
                archive_mode = on
                archive_command = '/usr/local/lib/@{app}/@{database}/archive-wal.sh "%p" "%f"'
                # What is not archived after this long is archived although it is not full: at most this much is lost.
                archive_timeout = 60s
                """, "app", app.app(), "database", name)));
        String prefix = app.app() + "-backup-" + name;
        files.add(new Artifact(prefix + ".service", header + unit(app, name, "Dumps", "backup.sh")));
        files.add(new Artifact(
                prefix + ".timer", header + timer("Dumps " + name + " every night", "*-*-* 01:30:00 UTC")));
        files.add(new Artifact(prefix + "-base.service", header + unit(app, name, "Copies all of", "base-backup.sh")));
        files.add(new Artifact(
                prefix + "-base.timer",
                header + timer("Copies all of " + name + " every week", "Sun *-*-* 02:30:00 UTC")));
        files.add(new Artifact(
                prefix + "-try.service", header + unit(app, name, "Tries to restore", "restore.sh --try")));
        files.add(new Artifact(
                prefix + "-try.timer",
                header + timer("Tries to restore " + name + " every week", "Mon *-*-* 04:30:00 UTC")));
        return files;
    }

    private static String unit(AppSpec app, String name, String does, String script) {
        return Template.fill("""
                [Unit]
                Description=@{does} database @{name} of @{app}
                Wants=network-online.target
                After=network-online.target

                [Service]
                Type=oneshot
                User=postgres
                # PGHOST, PGPORT, PGDATABASE, PGUSER and PGPASSWORD, mode 0600; BACKUP_BUCKET for a copy elsewhere.
                EnvironmentFile=/etc/@{app}/backup-@{name}.env
                ExecStart=/usr/local/lib/@{app}/@{name}/@{script}
                Nice=10
                IOSchedulingClass=idle
                NoNewPrivileges=true
                PrivateTmp=true
                ProtectHome=true
                ProtectSystem=strict
                ReadWritePaths=/var/backups -/var/lib/prometheus/node-exporter
                """, "does", does, "name", name, "app", app.app(), "script", script);
    }

    private static String timer(String description, String calendar) {
        return """
                [Unit]
                Description=%s

                [Timer]
                OnCalendar=%s
                RandomizedDelaySec=10m
                Persistent=true

                [Install]
                WantedBy=timers.target
                """.formatted(description, calendar);
    }
}
