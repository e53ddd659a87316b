package com.crewyard.deployment.releases;

import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.hosting.spec.AppSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Programs in folders of this machine: an image is the folder that a service runs in. */
final class FolderPrograms implements Programs {

    /** With a tag or a digest, as OCI's distribution specification has them. */
    private static final Pattern REFERENCE =
            Pattern.compile("[a-z0-9][a-z0-9._/:-]*(?::[A-Za-z0-9_][A-Za-z0-9._-]{0,127}|@sha256:[0-9a-f]{64})");

    private final AppFile file;
    private final Map<String, String> images;

    /** @param images by service, instead of what the app spec says */
    FolderPrograms(AppFile file, Map<String, String> images) {
        this.file = file;
        this.images = images;
    }

    @Override
    public Program of(AppSpec.Service service) {
        if (service.command().isEmpty()) {
            throw RefusedException.input(
                    "Service %s has no command; on the target process there is no image that brings one."
                            .formatted(service.name()));
        }
        Path folder = folder(service);
        return new Program(
                folder.toString(),
                digest(folder),
                service.command(),
                reference(service).map(name -> Map.of("CREWYARD_IMAGE", name)).orElse(Map.of()));
    }

    /** What a service with an image runs by name; there is nothing to pull for a process, which may still want to know. */
    private Optional<String> reference(AppSpec.Service service) {
        return service.image()
                .map(image -> Optional.ofNullable(images.get(service.name()))
                        .filter(named -> isReference(service, named))
                        .orElse(image));
    }

    private static boolean isReference(AppSpec.Service service, String named) {
        return service.image().isPresent() && REFERENCE.matcher(named).matches() && !Files.isDirectory(Path.of(named));
    }

    private Path folder(AppSpec.Service service) {
        String named = images.get(service.name());
        Path folder = named != null && !isReference(service, named)
                ? Path.of(named).toAbsolutePath().normalize()
                : file.base()
                        .resolve(service.build().map(AppSpec.Build::context).orElse("."))
                        .normalize();
        if (!Files.isDirectory(folder)) {
            throw RefusedException.input(
                    named != null && !isReference(service, named)
                            ? "--image %s=%s is no folder; on the target process an image is the folder a service runs in, or a reference such as name:tag that instances find in CREWYARD_IMAGE."
                                    .formatted(service.name(), named)
                            : "Service %s runs in %s, which is no folder.".formatted(service.name(), folder));
        }
        return folder;
    }

    private static String digest(Path folder) {
        try {
            return FolderDigest.of(folder);
        } catch (IOException e) {
            throw new RefusedException(
                    RefusedException.Reason.INPUT, "%s cannot be read.".formatted(folder), List.of(e.toString()));
        }
    }
}
