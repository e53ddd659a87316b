package com.crewyard.deployment.advisor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the advisor reads.
 *
 * @param research documents; the ones that ship with Crewyard when there are none
 * @param app the app spec that plans and files are made for; without one the pages say so
 * @param state the folder where uploaded documents are kept
 */
@ConfigurationProperties("console")
record AdvisorSettings(
        @Nullable List<String> research, @Nullable String app, Path state) {

    List<Path> documents() {
        return research == null ? List.of() : research.stream().map(Path::of).toList();
    }

    Optional<Path> spec() {
        return Optional.ofNullable(app).filter(text -> !text.isBlank()).map(Path::of);
    }
}
