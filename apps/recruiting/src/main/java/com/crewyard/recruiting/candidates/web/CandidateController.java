package com.crewyard.recruiting.candidates.web;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.CrewyardException;
import com.crewyard.recruiting.candidates.Attachments;
import com.crewyard.recruiting.candidates.Candidate;
import com.crewyard.recruiting.candidates.CandidateChanges;
import com.crewyard.recruiting.candidates.CandidateField;
import com.crewyard.recruiting.candidates.CandidateFrames;
import com.crewyard.recruiting.candidates.CandidateProfile;
import com.crewyard.recruiting.candidates.Candidates;
import com.crewyard.recruiting.candidates.ProfileField;
import com.crewyard.recruiting.candidates.Profiles;
import com.crewyard.recruiting.candidates.Resume;
import com.crewyard.recruiting.candidates.Resumes;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.identity.Requires;
import com.crewyard.recruiting.platform.ProcessRole;
import com.crewyard.web.Flash;
import com.crewyard.web.Form;
import com.crewyard.web.Page;
import com.crewyard.web.Pages;
import com.crewyard.web.Redirect;
import com.crewyard.web.Reply;
import com.crewyard.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A candidate's profile and record. */
@Controller
@RequestMapping("/candidates/{candidate:\\d+}")
@ProcessRole.Only(ProcessRole.WEB)
class CandidateController {

    private static final String VERSION = "version";

    private final Candidates candidates;
    private final CandidateFrames frames;
    private final Profiles profiles;
    private final Resumes resumes;
    private final Attachments attachments;
    private final Pages pages;

    CandidateController(
            Candidates candidates,
            CandidateFrames frames,
            Profiles profiles,
            Resumes resumes,
            Attachments attachments,
            Pages pages) {
        this.candidates = candidates;
        this.frames = frames;
        this.profiles = profiles;
        this.resumes = resumes;
        this.attachments = attachments;
        this.pages = pages;
    }

    @Requires(Permission.CANDIDATES_READ)
    @GetMapping
    Reply profile(@PathVariable("candidate") CandidateId id, HttpServletRequest request) {
        Optional<CandidateId> kept = candidates.mergedInto(id);
        return kept.isPresent()
                ? Redirect.to("/candidates/" + kept.get())
                        .saying(Flash.info(pages.page(request).text("person.said.moved")))
                : view(id, Form.blank(), "");
    }

    @Requires(Permission.CANDIDATES_WRITE)
    @PostMapping("/profile/{field}")
    Reply correct(
            @PathVariable("candidate") CandidateId id,
            @PathVariable String field,
            HttpServletRequest request,
            CurrentUser user) {
        ProfileField target = field(field);
        Form form = Form.ofParameters(request.getParameterMap());
        try {
            profiles.correct(user, id, target, ProfileForm.read(target, form));
            return Redirect.to("/candidates/%s#field-%s".formatted(id, target.code()));
        } catch (CrewyardException e) {
            return view(id, form.refused(Tabs.reasons(e, target.code())), target.code())
                    .refused();
        }
    }

    @Requires(Permission.CANDIDATES_WRITE)
    @PostMapping("/profile/{field}/undo")
    Reply undo(
            @PathVariable("candidate") CandidateId id,
            @PathVariable String field,
            HttpServletRequest request,
            CurrentUser user) {
        ProfileField target = field(field);
        profiles.undo(user, id, target);
        Page page = pages.page(request);
        return Redirect.to("/candidates/%s#field-%s".formatted(id, target.code()))
                .saying(Flash.success(page.text("person.said.undone", page.text("profile." + target.code()))));
    }

    @Requires(Permission.CANDIDATES_WRITE)
    @GetMapping("/edit")
    View edit(@PathVariable("candidate") CandidateId id) {
        Candidate candidate = candidates.required(id);
        Form form = Form.blank().with(VERSION, String.valueOf(candidate.version()));
        for (CandidateField field : CandidateField.values()) {
            form = form.with(field.code(), candidate.text(field).orElse(""));
        }
        return View.of("candidates/edit", new EditView(frames.of(id), form));
    }

    @Requires(Permission.CANDIDATES_WRITE)
    @PostMapping("/edit")
    Reply change(@PathVariable("candidate") CandidateId id, HttpServletRequest request, CurrentUser user) {
        Form form = Form.ofParameters(request.getParameterMap());
        Candidate before = candidates.required(id);
        CandidateChanges changes = CandidateChanges.NONE;
        for (CandidateField field : CandidateField.values()) {
            Optional<String> typed =
                    Optional.of(form.value(field.code()).strip()).filter(text -> !text.isEmpty());
            boolean isSent = form.values().containsKey(field.code());
            // A field left as it was stays the parser's to fill.
            if (isSent && !typed.equals(before.text(field))) {
                changes = changes.with(field, typed);
            }
        }
        try {
            candidates.change(user.actor(), id, changes, version(form));
            return Redirect.to("/candidates/" + id)
                    .saying(Flash.success(pages.page(request).text("person.said.saved")));
        } catch (CrewyardException e) {
            Form refused = form.refused(Tabs.reasons(e, CandidateField.FULL_NAME.code()));
            return View.of("candidates/edit", new EditView(frames.of(id), refused))
                    .refused();
        }
    }

    @Requires(Permission.CANDIDATES_DELETE)
    @PostMapping("/deletion")
    Reply delete(@PathVariable("candidate") CandidateId id, HttpServletRequest request, CurrentUser user) {
        String name = candidates.required(id).fullName();
        candidates.delete(user.actor(), id);
        return Redirect.to("/candidates")
                .saying(Flash.success(pages.page(request).text("person.said.deleted", name)));
    }

    private View view(CandidateId id, Form form, String editing) {
        CandidateProfile profile = profiles.of(id);
        List<Resume> versions = resumes.of(id);
        return View.of(
                "candidates/profile",
                new ProfileView(
                        frames.of(id),
                        profile,
                        versions,
                        profile.resume().flatMap(resumes::read).map(read -> MarkedResume.of(read, profile)),
                        attachments.of(id),
                        form,
                        editing));
    }

    private static Optional<Integer> version(Form form) {
        return Optional.of(form.value(VERSION))
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf);
    }

    private static ProfileField field(String code) {
        return ProfileField.ofCode(code).orElseThrow(() -> CrewyardException.notFound("Profile field", code));
    }
}
