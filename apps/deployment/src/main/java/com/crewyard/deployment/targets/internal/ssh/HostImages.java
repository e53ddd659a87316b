package com.crewyard.deployment.targets.internal.ssh;

import com.crewyard.deployment.targets.Images;
import com.crewyard.deployment.targets.TargetException;
import java.nio.file.Path;
import java.util.List;

/** The images of several hosts, which have to be the same on all of them. */
record HostImages(List<At> all) implements Images {

    /** @param host as people call it */
    record At(String host, Images images) {}

    @Override
    public Image find(String reference) {
        At first = all.getFirst();
        Image image = first.images().find(reference);
        for (At other : all.subList(1, all.size())) {
            Image there = other.images().find(reference);
            if (!there.equals(image)) {
                throw new TargetException(
                        "The image %s is %s on %s and %s on %s; name it by its digest, or pull it anew on both."
                                .formatted(reference, image.digest(), first.host(), there.digest(), other.host()));
            }
        }
        return image;
    }

    @Override
    public Image build(String name, Path context, Path dockerfile) {
        throw new TargetException(
                "%s is built, and each of %d hosts would have an image of its own; push one to a registry, and name it with image or --image."
                        .formatted(name, all.size()));
    }
}
