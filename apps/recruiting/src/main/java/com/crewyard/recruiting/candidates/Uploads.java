package com.crewyard.recruiting.candidates;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.Problem;
import com.crewyard.recruiting.activity.Actor;
import com.crewyard.recruiting.files.Files;
import com.crewyard.recruiting.files.StoredFile;
import com.crewyard.recruiting.parsing.ResumeFormat;
import com.crewyard.recruiting.parsing.ResumeFormat.Detection;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files that colleagues bring to a candidate, judged by content. */
@Service
public class Uploads {

    private static final String OPAQUE = "application/octet-stream";

    private final Files files;
    private final Resumes resumes;
    private final Attachments attachments;
    private final JsonResumes jsonResumes;

    Uploads(Files files, Resumes resumes, Attachments attachments, JsonResumes jsonResumes) {
        this.files = files;
        this.resumes = resumes;
        this.attachments = attachments;
        this.jsonResumes = jsonResumes;
    }

    /**
     * A new version of the resume, in a format that we read or as JSON Resume.
     *
     * @throws CrewyardException when it is something else, or larger than 10 MB
     */
    @Transactional
    public ResumeId resume(Actor actor, CandidateId candidate, String fileName, byte[] bytes) {
        requireSize("resume", bytes);
        if (looksLikeJson(bytes)) {
            return jsonResumes.add(actor, candidate, bytes);
        }
        return switch (ResumeFormat.detect(bytes)) {
            case Detection.Recognised(ResumeFormat format) -> {
                StoredFile file = files.put(bytes, format.mediaType());
                yield resumes.add(actor, candidate, file.sha256(), fileName);
            }
            case Detection.Refused refused ->
                throw CrewyardException.of(Problem.UNSUPPORTED_TYPE, refused.sentence() + ".");
        };
    }

    /** Any file, which nobody opens here. */
    @Transactional
    public Attachment attachment(Actor actor, CandidateId candidate, String fileName, byte[] bytes) {
        requireSize("file", bytes);
        String mediaType = ResumeFormat.detect(bytes) instanceof Detection.Recognised(ResumeFormat format)
                ? format.mediaType()
                : OPAQUE;
        StoredFile file = files.put(bytes, mediaType);
        return attachments.add(actor, candidate, Optional.empty(), Attachment.Kind.OTHER, file.sha256(), fileName);
    }

    private static void requireSize(String field, byte[] bytes) {
        if (bytes.length == 0) {
            throw CrewyardException.invalid(field, "Choose a file; this one is empty.");
        }
        if (bytes.length > ResumeFormat.MAX_BYTES) {
            throw CrewyardException.of(Problem.TOO_LARGE, "A file has at most 10 MB.");
        }
    }

    private static boolean looksLikeJson(byte[] bytes) {
        for (byte character : bytes) {
            if (!Character.isWhitespace(character)) {
                return character == '{';
            }
        }
        return false;
    }
}
