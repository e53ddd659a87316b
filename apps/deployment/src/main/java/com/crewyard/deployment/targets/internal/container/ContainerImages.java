package com.crewyard.deployment.targets.internal.container;

import com.crewyard.deployment.targets.Images;
import com.crewyard.deployment.targets.TargetException;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.BuildImageResultCallback;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.PullResponseItem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The images of a container engine. */
final class ContainerImages implements Images {

    private final ContainerEngine engine;

    ContainerImages(ContainerEngine engine) {
        this.engine = engine;
    }

    @Override
    public Image find(String reference) {
        engine.machine().prepare();
        return inspect(reference)
                .or(() -> {
                    pull(reference);
                    return inspect(reference);
                })
                .map(ContainerImages::image)
                .orElseThrow(() -> new TargetException(
                        "The image %s was pulled and is not there; look at the container engine's images."
                                .formatted(reference)));
    }

    String pinned(String reference) {
        return find(reference).pinned();
    }

    @Override
    public Image build(String name, Path context, Path dockerfile) {
        if (!Files.isRegularFile(dockerfile)) {
            throw new TargetException(
                    "There is no %s to build an image with; write one, or have ./crewyard generate docker write it."
                            .formatted(dockerfile));
        }
        engine.machine().prepare();
        BuildContext files = new BuildContext(context, dockerfile);
        String tag = files.tag();
        return inspect(name + ":" + tag).map(ContainerImages::itself).orElseGet(() -> built(name, tag, files));
    }

    private Image built(String name, String tag, BuildContext files) {
        try {
            Path archive = Files.createTempFile("crewyard-context", ".tar");
            try {
                files.archive(archive);
                return engine.ask("build the image " + name, docker -> built(name, tag, files, archive, docker));
            } finally {
                Files.deleteIfExists(archive);
            }
        } catch (IOException e) {
            throw new TargetException(
                    "%s cannot be packed for the container engine (%s).".formatted(files.context(), e.getMessage()), e);
        }
    }

    private static Image built(String name, String tag, BuildContext files, Path archive, DockerClient docker) {
        try (BuildImageResultCallback built = new BuildImageResultCallback();
                InputStream sent = Files.newInputStream(archive)) {
            String id = docker.buildImageCmd()
                    .withTarInputStream(sent)
                    .withDockerfilePath(files.dockerfilePath())
                    .exec(built)
                    .awaitImageId();
            docker.tagImageCmd(id, name, tag).exec();
            return itself(docker.inspectImageCmd(id).exec());
        } catch (DockerClientException e) {
            throw new TargetException(
                    "The image %s cannot be built from %s: %s."
                            .formatted(name, files.dockerfile(), ContainerEngine.message(e)),
                    e);
        } catch (IOException e) {
            throw new TargetException(
                    "What the container engine says of the image %s cannot be read (%s)."
                            .formatted(name, e.getMessage()),
                    e);
        }
    }

    private Optional<InspectImageResponse> inspect(String reference) {
        return engine.find(
                "look at the image " + reference,
                docker -> docker.inspectImageCmd(reference).exec());
    }

    private void pull(String reference) {
        engine.ask("pull the image " + reference, docker -> {
            Name name = Name.of(reference);
            try (Pulling pulling = new Pulling()) {
                docker.pullImageCmd(name.repository())
                        .withTag(name.tag())
                        .exec(pulling)
                        .awaitCompletion();
                if (pulling.refusal().isPresent()) {
                    throw refused(reference, pulling.refusal().get(), null);
                }
                return true;
            } catch (DockerException e) {
                throw refused(reference, ContainerEngine.message(e), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TargetException("Pulling %s was interrupted.".formatted(reference), e);
            } catch (IOException e) {
                throw new TargetException(
                        "What the container engine says of %s cannot be read (%s)."
                                .formatted(reference, e.getMessage()),
                        e);
            }
        });
    }

    /** Engines tell of a refusal among what they tell of the progress. */
    private static final class Pulling extends ResultCallback.Adapter<PullResponseItem> {

        private volatile @Nullable String refusal;

        @Override
        @SuppressWarnings("deprecation") // podman has no details
        public void onNext(PullResponseItem item) {
            String words = item.getErrorDetail() == null
                    ? item.getError()
                    : item.getErrorDetail().getMessage();
            if (words != null) {
                refusal = words.strip().replaceFirst("\\.$", "");
            }
        }

        Optional<String> refusal() {
            return Optional.ofNullable(refusal);
        }
    }

    private static TargetException refused(String reference, String words, @Nullable DockerException cause) {
        return new TargetException(
                "The image %s is not at the container engine and cannot be pulled (%s); check its name, log in to its registry with docker login, or build it there."
                        .formatted(reference, words),
                cause);
    }

    /** @param tag or a digest, as the engine takes it */
    private record Name(String repository, String tag) {

        static Name of(String reference) {
            int digest = reference.indexOf('@');
            if (digest >= 0) {
                return new Name(reference.substring(0, digest), reference.substring(digest + 1));
            }
            int tag = reference.lastIndexOf(':');
            return tag > reference.lastIndexOf('/')
                    ? new Name(reference.substring(0, tag), reference.substring(tag + 1))
                    : new Name(reference, "latest");
        }
    }

    /** One that was built here and is nowhere else. */
    private static Image itself(InspectImageResponse found) {
        String id = String.valueOf(found.getId());
        String whole = id.startsWith("sha256:") ? id : "sha256:" + id;
        return new Image(whole, whole);
    }

    /** By its digest in a registry where it has one, so that it can be pulled again. */
    private static Image image(InspectImageResponse found) {
        String pinned = Set.copyOf(Optional.ofNullable(found.getRepoDigests()).orElse(List.of())).stream()
                .filter(digest -> !digest.startsWith("localhost/"))
                .sorted()
                .findFirst()
                .orElseGet(() -> itself(found).pinned());
        return new Image(pinned, pinned.substring(pinned.indexOf("sha256:")));
    }
}
