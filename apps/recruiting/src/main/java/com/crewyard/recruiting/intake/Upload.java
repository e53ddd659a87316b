package com.crewyard.recruiting.intake;

import com.crewyard.recruiting.parsing.ResumeFormat;
import java.io.IOException;
import org.springframework.web.multipart.MultipartFile;

/**
 * A file as it was sent.
 *
 * @param fileName as the sender calls it; judged by nobody
 * @param bytes none of them when there are more than anybody would read
 * @param size in bytes, as it was sent
 */
public record Upload(String fileName, byte[] bytes, long size) {

    public Upload(String fileName, byte[] bytes) {
        this(fileName, bytes, bytes.length);
    }

    /** A file that is too large is not read into memory: only its size is told. */
    public static Upload of(MultipartFile part) throws IOException {
        String name = part.getOriginalFilename();
        byte[] bytes = part.getSize() > ResumeFormat.MAX_BYTES ? new byte[0] : part.getBytes();
        return new Upload(name == null ? "" : name, bytes, part.getSize());
    }

    public boolean isTooLarge() {
        return size > ResumeFormat.MAX_BYTES;
    }
}
