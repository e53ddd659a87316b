package com.crewyard.deployment.targets.internal.container;

import com.crewyard.deployment.targets.internal.container.Labels.Kind;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Volume;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Folders that all containers of an environment share: volumes that outlive it, which any user within may write to. */
final class FolderVolumes {

    private static final String WITHIN = "/var/lib/crewyard/";
    private static final String PART = "folder.";
    /** As /tmp has it: who may write may not remove what is another's. */
    private static final int ANYBODYS = 01777;

    private final Containers containers;
    private final Volumes volumes;
    private final KeptValues names;

    /** @param names of folders by the variables that have their paths */
    FolderVolumes(Containers containers, KeptValues names) {
        this.containers = containers;
        this.volumes = new Volumes(containers.engine(), containers.labels(), Kind.FOLDER, PART);
        this.names = names;
    }

    /**
     * @param wanted the name of each by the variable that has its path
     * @param image any that is there: a volume is reached through a container
     */
    void ensure(Map<String, String> wanted, String image) {
        if (names.values().entrySet().containsAll(wanted.entrySet())) {
            return;
        }
        for (String name : wanted.values()) {
            volumes.make(name);
            open(name, image);
        }
        names.add(wanted);
    }

    /** A new volume is root's, while images mostly run as somebody else. */
    private void open(String name, String image) {
        String holder = PART + name;
        String container = containers.labels().name(holder);
        containers.remove(container);
        containers.create(
                holder,
                image,
                Kind.FOLDER,
                HostConfig.newHostConfig().withNetworkMode("none").withBinds(bind(name)),
                command -> command.withCmd("true"));
        try {
            containers
                    .engine()
                    .order(
                            "open a volume",
                            docker -> docker.copyArchiveToContainerCmd(container)
                                    .withRemotePath(path(name))
                                    .withTarInputStream(new ByteArrayInputStream(openFolder()))
                                    .exec());
        } finally {
            containers.remove(container);
        }
    }

    private static byte[] openFolder() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            TarArchiveEntry folder = new TarArchiveEntry("./");
            folder.setMode(ANYBODYS);
            tar.putArchiveEntry(folder);
            tar.closeArchiveEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Paths within containers, by variable. */
    Map<String, String> paths() {
        return names.values().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> path(entry.getValue())));
    }

    List<Bind> binds() {
        return names.values().values().stream().distinct().map(this::bind).toList();
    }

    /** Those that are there, whether the environment is or not. */
    List<String> volumes() {
        return volumes.names().stream().map(volumes::volume).toList();
    }

    void deleteData() {
        volumes.names().forEach(volumes::remove);
    }

    private Bind bind(String name) {
        return new Bind(volumes.volume(name), new Volume(path(name)));
    }

    private static String path(String name) {
        return WITHIN + name;
    }
}
