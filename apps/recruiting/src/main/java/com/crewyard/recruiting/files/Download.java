package com.crewyard.recruiting.files;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers that carry files of strangers, so that a browser runs nothing of them. */
public final class Download {

    private static final String NOTHING_RUNS = "default-src 'none'; sandbox";
    /** Chromium shows no PDF in a sandbox; its viewer is none of our origin and runs the file's scripts apart. */
    private static final String VIEWER_ONLY =
            "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    private static final Duration CACHED_FOR = Duration.ofMinutes(10);

    private Download() {}

    /** For the person's disk, under the name it came with. */
    public static ResponseEntity<byte[]> attachment(Files files, String sha256, String fileName) {
        return answer(files, sha256, ContentDisposition.attachment(), fileName, NOTHING_RUNS);
    }

    /** For the browser to show, when it is a PDF; anything else goes to the disk. */
    public static ResponseEntity<byte[]> inline(Files files, String sha256, String fileName) {
        boolean isPdf = files.find(sha256)
                .filter(file -> file.mediaType().equals(MediaType.APPLICATION_PDF_VALUE))
                .isPresent();
        return isPdf
                ? answer(files, sha256, ContentDisposition.inline(), fileName, VIEWER_ONLY)
                : attachment(files, sha256, fileName);
    }

    private static ResponseEntity<byte[]> answer(
            Files files, String sha256, ContentDisposition.Builder disposition, String fileName, String policy) {
        byte[] bytes = files.read(sha256);
        String mediaType =
                files.find(sha256).map(StoredFile::mediaType).orElse(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .eTag(sha256)
                .cacheControl(CacheControl.maxAge(CACHED_FOR).cachePrivate())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition
                                .filename(fileName, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Content-Security-Policy", policy)
                .header("X-Content-Type-Options", "nosniff")
                .body(bytes);
    }
}
