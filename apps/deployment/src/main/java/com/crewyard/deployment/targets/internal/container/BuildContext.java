package com.crewyard.deployment.targets.internal.container;

import com.crewyard.deployment.targets.TargetException;
import com.github.dockerjava.core.dockerfile.Dockerfile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Tells whether what an image is built from is still what it was, so that nothing is built twice and a plan names the image that will run:
 * the files that {@code .dockerignore} leaves in, by name, mode and content.
 */
final class BuildContext {

    private static final int TAG_LENGTH = 16;

    private BuildContext() {}

    /** The same for the same files. */
    static String tag(Path context, Path dockerfile) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Files.readAllBytes(dockerfile));
            try (InputStream archive = new Dockerfile(dockerfile.toFile(), context.toFile())
                            .parse()
                            .buildDockerFolderTar();
                    TarArchiveInputStream tar = new TarArchiveInputStream(plain(archive))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    digest.update("%s %o %d\n"
                            .formatted(entry.getName(), entry.getMode(), entry.getSize())
                            .getBytes(StandardCharsets.UTF_8));
                    tar.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
                }
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, TAG_LENGTH);
        } catch (IOException e) {
            throw new TargetException("%s cannot be read (%s).".formatted(context, e.getMessage()), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The library packs what it archives. */
    private static InputStream plain(InputStream archive) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(archive);
        buffered.mark(2);
        boolean packed = buffered.read() == 0x1f && buffered.read() == 0x8b; // RFC 1952, section 2.3.1
        buffered.reset();
        return packed ? new GZIPInputStream(buffered) : buffered;
    }
}
