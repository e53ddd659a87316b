package com.crewyard.recruiting.files.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DiskSettingsTest {

    private static final Path DATA = Path.of("/srv/data");

    @Test
    void keepsFilesInTheDataDirectoryUnlessAFolderIsNamed() {
        assertThat(new DiskSettings("").folderIn(DATA)).isEqualTo(DATA.resolve("files"));
        assertThat(new DiskSettings(" /mnt/files ").folderIn(DATA)).isEqualTo(Path.of("/mnt/files"));
    }
}
