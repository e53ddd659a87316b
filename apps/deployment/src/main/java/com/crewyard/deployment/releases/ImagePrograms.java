package com.crewyard.deployment.releases;

import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.targets.Images;
import com.crewyard.deployment.targets.Images.Image;
import com.crewyard.deployment.targets.TargetException;
import com.crewyard.hosting.spec.AppSpec;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Programs in images of a container engine: pulled when they are not there, or built. */
final class ImagePrograms implements Programs {

    private final AppFile file;
    private final Map<String, String> named;
    private final Images images;
    private final Map<AppSpec.Build, Image> built = new HashMap<>();

    /** @param named by service, instead of what the app spec says */
    ImagePrograms(AppFile file, Map<String, String> named, Images images) {
        this.file = file;
        this.named = named;
        this.images = images;
    }

    @Override
    public Program of(AppSpec.Service service) {
        try {
            Image image = image(service);
            return new Program(image.pinned(), image.digest(), service.command(), Map.of());
        } catch (TargetException e) {
            throw RefusedException.input("Service %s: %s".formatted(service.name(), e.getMessage()));
        }
    }

    private Image image(AppSpec.Service service) {
        String reference = named.get(service.name());
        if (reference != null) {
            return images.find(reference);
        }
        return service.build()
                .map(build -> built.computeIfAbsent(build, it -> built(service, it)))
                .orElseGet(() -> images.find(service.image().orElseThrow()));
    }

    /** Services with the same build share one. */
    private Image built(AppSpec.Service service, AppSpec.Build build) {
        Path context = file.base().resolve(build.context()).normalize();
        return images.build(
                "crewyard/%s-%s".formatted(file.spec().app(), service.name()),
                context,
                context.resolve(build.dockerfile()));
    }
}
