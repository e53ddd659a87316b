package com.crewyard.recruiting.files.internal;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Files on a disk.
 *
 * @param folder which all processes on one database have to share; empty for {@code files} in the data directory
 */
@ConfigurationProperties("crewyard.files")
public record DiskSettings(@DefaultValue("") String folder) {

    Path folderIn(Path data) {
        return folder.isBlank() ? data.resolve("files") : Path.of(folder.strip());
    }
}
