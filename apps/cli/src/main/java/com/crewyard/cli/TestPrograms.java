package com.crewyard.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The programs that the tests need beside the JDK, as the system's packages bring them. */
enum TestPrograms {
    CHROMIUM(
            "chromium",
            "CREWYARD_CHROMIUM",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium"),
    PGBOUNCER("pgbouncer", "CREWYARD_PGBOUNCER", "/usr/sbin/pgbouncer", "/opt/homebrew/bin/pgbouncer"),
    NGINX("nginx", "CREWYARD_NGINX", "/usr/sbin/nginx", "/opt/homebrew/bin/nginx"),
    HAPROXY("haproxy", "CREWYARD_HAPROXY", "/usr/sbin/haproxy", "/opt/homebrew/bin/haproxy"),
    CADDY("caddy", "CREWYARD_CADDY", "/usr/bin/caddy", "/opt/homebrew/bin/caddy"),
    REDIS("redis-server", "CREWYARD_REDIS", "/usr/bin/redis-server", "/opt/homebrew/bin/redis-server"),
    TESSERACT(
            "tesseract-ocr",
            "CREWYARD_TESSERACT",
            "/usr/bin/tesseract",
            "/usr/local/bin/tesseract",
            "/opt/homebrew/bin/tesseract"),
    NODE("npm", "CREWYARD_NPM", "/usr/bin/npm", "/usr/local/bin/npm", "/opt/homebrew/bin/npm"),
    SHELLCHECK("shellcheck", "CREWYARD_SHELLCHECK", "/usr/bin/shellcheck", "/opt/homebrew/bin/shellcheck"),
    PROMTOOL("prometheus", "CREWYARD_PROMTOOL", "/usr/bin/promtool", "/opt/homebrew/bin/promtool"),
    POSTGRESQL(
            "postgresql",
            "CREWYARD_PG_CTL",
            "/usr/lib/postgresql/15/bin/pg_ctl",
            "/usr/lib/postgresql/16/bin/pg_ctl",
            "/usr/lib/postgresql/17/bin/pg_ctl",
            "/usr/lib/postgresql/18/bin/pg_ctl");

    private final String debianPackage;
    private final String variable;
    private final List<Path> places;

    TestPrograms(String debianPackage, String variable, String... places) {
        this.debianPackage = debianPackage;
        this.variable = variable;
        this.places = Stream.of(places).map(Path::of).toList();
    }

    /** Installs what is missing as root on Debian; elsewhere the tests that want it skip and say how to install it. */
    static void installWhenPossible(PrintStream out) throws IOException, InterruptedException {
        List<String> missing = Stream.of(values())
                .filter(program -> !program.isInstalled())
                .map(program -> program.debianPackage)
                .toList();
        boolean mayInstall =
                "root".equals(System.getProperty("user.name")) && Files.exists(Path.of("/usr/bin/apt-get"));
        if (missing.isEmpty() || !mayInstall) {
            return;
        }
        out.println("Installing %s …".formatted(String.join(" and ", missing)));
        run(List.of("apt-get", "update", "-q"));
        List<String> install = new ArrayList<>(List.of("apt-get", "install", "-y", "-q"));
        install.addAll(missing);
        run(install);
    }

    private boolean isInstalled() {
        return Stream.concat(
                        places.stream(),
                        Stream.ofNullable(System.getenv(variable)).map(Path::of))
                .anyMatch(Files::isExecutable);
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        // Debian starts the services it installs, but not in this runlevel; the tests start what they need.
        builder.environment().put("RUNLEVEL", "1");
        builder.start().waitFor();
    }
}
