package com.crewyard.recruiting.candidates.api;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.CrewyardException;
import com.crewyard.recruiting.candidates.Attachment;
import com.crewyard.recruiting.candidates.Attachments;
import com.crewyard.recruiting.candidates.Candidates;
import com.crewyard.recruiting.candidates.Resume;
import com.crewyard.recruiting.candidates.ResumeId;
import com.crewyard.recruiting.candidates.Resumes;
import com.crewyard.recruiting.candidates.Uploads;
import com.crewyard.recruiting.files.Download;
import com.crewyard.recruiting.files.Files;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.identity.Requires;
import com.crewyard.recruiting.platform.ProcessRole;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Resumes and other files of a candidate. */
@RestController("candidateFilesController")
@RequestMapping("/api/v1/candidates/{id}")
@ProcessRole.Only(ProcessRole.API)
class FilesController {

    private final Candidates candidates;
    private final Resumes resumes;
    private final Attachments attachments;
    private final Uploads uploads;
    private final Files files;

    FilesController(Candidates candidates, Resumes resumes, Attachments attachments, Uploads uploads, Files files) {
        this.candidates = candidates;
        this.resumes = resumes;
        this.attachments = attachments;
        this.uploads = uploads;
        this.files = files;
    }

    record ResumeBody(
            long id,
            String fileName,
            String sha256,
            Instant receivedAt,
            String state,
            @Nullable String reason,
            @Nullable String parser) {
        static ResumeBody of(Resume resume) {
            return switch (resume.state()) {
                case Resume.State.Waiting() -> of(resume, "waiting", null, null);
                case Resume.State.Parsed(String parser, Instant _) -> of(resume, "parsed", null, parser);
                case Resume.State.Unreadable(String reason) -> of(resume, "unreadable", reason, null);
            };
        }

        private static ResumeBody of(Resume resume, String state, @Nullable String reason, @Nullable String parser) {
            return new ResumeBody(
                    resume.id().value(),
                    resume.fileName(),
                    resume.sha256(),
                    resume.receivedAt(),
                    state,
                    reason,
                    parser);
        }
    }

    record AttachmentBody(long id, String fileName, String sha256, String kind, String addedBy, Instant addedAt) {
        static AttachmentBody of(Attachment attachment) {
            return new AttachmentBody(
                    attachment.id(),
                    attachment.fileName(),
                    attachment.sha256(),
                    attachment.kind().code(),
                    attachment.addedBy(),
                    attachment.addedAt());
        }
    }

    @Requires(Permission.CANDIDATES_READ)
    @GetMapping("/resumes")
    List<ResumeBody> resumes(@PathVariable long id) {
        return resumes.of(existing(id)).stream().map(ResumeBody::of).toList();
    }

    @Requires(Permission.CANDIDATES_WRITE)
    @PostMapping("/resumes")
    @ResponseStatus(HttpStatus.CREATED)
    ResumeBody addResume(@PathVariable long id, @RequestParam("resume") Optional<MultipartFile> file, CurrentUser user)
            throws IOException {
        MultipartFile upload = present(file, "resume");
        ResumeId resume = uploads.resume(user.actor(), Requested.candidate(id), name(upload), upload.getBytes());
        return ResumeBody.of(resumes.find(resume).orElseThrow());
    }

    @Requires(Permission.CANDIDATES_READ)
    @GetMapping("/resumes/{resume}/content")
    ResponseEntity<byte[]> resume(@PathVariable long id, @PathVariable long resume) {
        CandidateId candidate = existing(id);
        Resume found = resumes.find(new ResumeId(resume))
                .filter(known -> known.candidate().equals(candidate))
                .orElseThrow(() -> CrewyardException.notFound("Resume", resume));
        return Download.attachment(files, found.sha256(), found.fileName());
    }

    @Requires(Permission.CANDIDATES_READ)
    @GetMapping("/attachments")
    List<AttachmentBody> attachments(@PathVariable long id) {
        return attachments.of(existing(id)).stream().map(AttachmentBody::of).toList();
    }

    @Requires(Permission.COLLABORATE)
    @PostMapping("/attachments")
    @ResponseStatus(HttpStatus.CREATED)
    AttachmentBody attach(@PathVariable long id, @RequestParam("file") Optional<MultipartFile> file, CurrentUser user)
            throws IOException {
        MultipartFile upload = present(file, "file");
        return AttachmentBody.of(
                uploads.attachment(user.actor(), Requested.candidate(id), name(upload), upload.getBytes()));
    }

    @Requires(Permission.CANDIDATES_READ)
    @GetMapping("/attachments/{attachment}/content")
    ResponseEntity<byte[]> attachment(@PathVariable long id, @PathVariable long attachment) {
        Attachment found = attachments.required(existing(id), attachment);
        return Download.attachment(files, found.sha256(), found.fileName());
    }

    @Requires(Permission.COLLABORATE)
    @DeleteMapping("/attachments/{attachment}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long id, @PathVariable long attachment, CurrentUser user) {
        attachments.remove(user.actor(), Requested.candidate(id), attachment);
    }

    private CandidateId existing(long id) {
        return candidates.required(Requested.candidate(id)).id();
    }

    /** Asked for here and not of Spring, so that nobody learns of the form before they may send it. */
    private static MultipartFile present(Optional<MultipartFile> file, String part) {
        return file.orElseThrow(
                () -> CrewyardException.invalid(part, "%s is missing: send it as a multipart file.".formatted(part)));
    }

    private static String name(MultipartFile file) {
        return Objects.requireNonNullElse(file.getOriginalFilename(), "");
    }
}
