package com.crewyard.deployment.api.internal;

import com.crewyard.deployment.api.Wire;
import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.engine.DeployRequest;
import com.crewyard.deployment.engine.PreviewOrder;
import com.crewyard.hosting.spec.AppSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a deployment of what came over the wire. Relative paths mean nothing here unless a folder of ours is named. */
final class RequestedApp {

    private static final String PROCESS = "process";
    private static final Path NOWHERE = Path.of("/");

    private RequestedApp() {}

    static DeployRequest of(Wire.Deployment wanted) {
        String environment = required("environment", wanted.environment());
        AppFile app = app(wanted);
        requirePrograms(wanted, app, environment);
        return new DeployRequest(
                app,
                environment,
                images(wanted),
                Optional.ofNullable(wanted.approve()),
                ApiController.actor(wanted.actor()),
                wanted.reason() == null ? "" : wanted.reason(),
                wanted.secrets() == null ? Map.of() : wanted.secrets(),
                Boolean.TRUE.equals(wanted.duringFreeze()));
    }

    static PreviewOrder of(Wire.Preview wanted) {
        if (wanted.number() == null) {
            throw RefusedException.input("number is missing; give that of the pull request.");
        }
        Wire.Deployment deployment = wanted.deployment();
        if (deployment == null) {
            throw RefusedException.input("deployment is missing; give the app spec in it, as app.");
        }
        AppFile app = app(deployment);
        app.spec().previews().ifPresent(previews -> requirePrograms(deployment, app, previews.environment()));
        return new PreviewOrder(
                app,
                wanted.number(),
                images(deployment),
                wanted.branch() == null ? "" : wanted.branch(),
                wanted.commit() == null ? "" : wanted.commit(),
                ApiController.actor(deployment.actor()),
                deployment.secrets() == null ? Map.of() : deployment.secrets());
    }

    private static AppFile app(Wire.Deployment wanted) {
        Optional<Path> folder = named(wanted);
        AppFile app = AppFile.of(
                Path.of(wanted.file() == null || wanted.file().isBlank() ? "app.yaml" : wanted.file()),
                folder.orElse(NOWHERE),
                required("app", wanted.app()));
        return folder.isPresent() ? app : app.with(wanted.sql() == null ? Map.of() : wanted.sql());
    }

    private static Map<String, String> images(Wire.Deployment wanted) {
        return wanted.images() == null ? Map.of() : wanted.images();
    }

    private static Optional<Path> named(Wire.Deployment wanted) {
        return Optional.ofNullable(wanted.folder()).map(RequestedApp::folder);
    }

    private static void requirePrograms(Wire.Deployment wanted, AppFile app, String environment) {
        Optional<Path> folder = named(wanted);
        if (app.environment(environment).target().equals(PROCESS)) {
            requireFolders(app, images(wanted), folder);
        } else if (folder.isEmpty()) {
            requireImages(app, images(wanted));
        }
    }

    private static void requireFolders(AppFile app, Map<String, String> images, Optional<Path> folder) {
        images.forEach((service, image) -> {
            if (!Path.of(image).isAbsolute()) {
                throw RefusedException.input(
                        "--image %s=%s is a relative path, and the server is not where you are; on the target process name a folder of the server's machine in full."
                                .formatted(service, image));
            }
        });
        String without = app.spec().services().keySet().stream()
                .filter(service -> !images.containsKey(service))
                .collect(Collectors.joining(", "));
        if (folder.isEmpty() && !without.isEmpty()) {
            throw RefusedException.input(
                    "%s runs in a folder beside %s, which this server does not have; name the folder on the server's machine with --folder, or with --image for each service."
                            .formatted(without, app.file()));
        }
    }

    private static void requireImages(AppFile app, Map<String, String> images) {
        String built = app.spec().services().values().stream()
                .filter(service -> service.build().isPresent() && !images.containsKey(service.name()))
                .map(AppSpec.Service::name)
                .collect(Collectors.joining(", "));
        if (!built.isEmpty()) {
            throw RefusedException.input(
                    "%s is built from a folder beside %s, which this server does not have; name the folder on the server's machine with --folder, or an image with --image."
                            .formatted(built, app.file()));
        }
    }

    private static Path folder(String text) {
        Path folder = Path.of(text);
        if (!folder.isAbsolute() || !Files.isDirectory(folder)) {
            throw RefusedException.input(
                    "folder is \"%s\", which is no folder on the server's machine; name one in full.".formatted(text));
        }
        return folder.normalize();
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw RefusedException.input(
                    "%s is missing; give it%s.".formatted(field, field.equals("app") ? ", the app spec's text" : ""));
        }
        return value;
    }
}
