package com.crewyard.recruiting.candidates.web;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.CrewyardException;
import com.crewyard.recruiting.candidates.Attachment;
import com.crewyard.recruiting.candidates.Attachments;
import com.crewyard.recruiting.candidates.JsonResumes;
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
import com.crewyard.web.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Resumes and other files of a candidate, to see, to take and to bring. */
@Controller("candidateFilePages")
@RequestMapping("/candidates/{candidate:\\d+}")
@ProcessRole.Only(ProcessRole.WEB)
class FilesController {

    private final Resumes resumes;
    private final Attachments attachments;
    private final Uploads uploads;
    private final JsonResumes jsonResumes;
    private final Files files;

    FilesController(Resumes resumes, Attachments attachments, Uploads uploads, JsonResumes jsonResumes, Files files) {
        this.resumes = resumes;
        this.attachments = attachments;
        this.uploads = uploads;
        this.jsonResumes = jsonResumes;
        this.files = files;
    }

    /** The original; a PDF opens in the browser. */
    @Requires(Permission.CANDIDATES_READ)
    @GetMapping("/resumes/{resume}")
    ResponseEntity<byte[]> resume(@PathVariable("candidate") CandidateId id, @PathVariable long resume) {
        Resume found = resumes.find(new ResumeId(resume))
                .filter(known -> known.candidate().equals(id))
                .orElseThrow(() -> CrewyardException.notFound("Resume", resume));
        return Download.inline(files, found.sha256(), found.fileName());
    }

    @Requires(Permission.CANDIDATES_WRITE)
    @PostMapping("/resumes")
    Reply addResume(
            @PathVariable("candidate") CandidateId id, @RequestParam("resume") MultipartFile file, CurrentUser user)
            throws IOException {
        byte[] bytes = file.getBytes();
        return Tabs.trying(id, "", () -> uploads.resume(user.actor(), id, name(file), bytes));
    }

    @Requires(Permission.CANDIDATES_READ)
    @GetMapping("/resume.json")
    ResponseEntity<byte[]> export(@PathVariable("candidate") CandidateId id) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"resume.json\"")
                .body(jsonResumes.export(id).toPrettyString().getBytes(StandardCharsets.UTF_8));
    }

    @Requires(Permission.CANDIDATES_READ)
    @GetMapping("/attachments/{attachment}")
    ResponseEntity<byte[]> attachment(@PathVariable("candidate") CandidateId id, @PathVariable long attachment) {
        Attachment found = attachments.required(id, attachment);
        return Download.attachment(files, found.sha256(), found.fileName());
    }

    @Requires(Permission.COLLABORATE)
    @PostMapping("/attachments")
    Reply attach(@PathVariable("candidate") CandidateId id, @RequestParam("file") MultipartFile file, CurrentUser user)
            throws IOException {
        byte[] bytes = file.getBytes();
        return Tabs.trying(id, "", () -> uploads.attachment(user.actor(), id, name(file), bytes));
    }

    @Requires(Permission.COLLABORATE)
    @PostMapping("/attachments/{attachment}/removal")
    Reply remove(@PathVariable("candidate") CandidateId id, @PathVariable long attachment, CurrentUser user) {
        attachments.remove(user.actor(), id, attachment);
        return Tabs.to(id, "");
    }

    private static String name(MultipartFile file) {
        return Objects.requireNonNullElse(file.getOriginalFilename(), "");
    }
}
