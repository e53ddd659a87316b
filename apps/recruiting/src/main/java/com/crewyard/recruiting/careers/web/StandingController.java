package com.crewyard.recruiting.careers.web;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.FieldError;
import com.crewyard.recruiting.identity.Anyone;
import com.crewyard.recruiting.intake.CandidateStatus;
import com.crewyard.recruiting.intake.StatusLinks;
import com.crewyard.recruiting.intake.StatusLinks.Replacement;
import com.crewyard.recruiting.intake.Upload;
import com.crewyard.recruiting.pipeline.MoveResult;
import com.crewyard.recruiting.platform.ProcessRole;
import com.crewyard.web.Flash;
import com.crewyard.web.Form;
import com.crewyard.web.Pages;
import com.crewyard.web.Redirect;
import com.crewyard.web.Reply;
import com.crewyard.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** How an application stands, behind its candidate's private link. */
@Anyone
@Controller
@RequestMapping("/careers/{slug}/status/{token}")
@ProcessRole.Only(ProcessRole.WEB)
class StandingController {

    private final StatusLinks links;
    private final Pages pages;

    StandingController(StatusLinks links, Pages pages) {
        this.links = links;
        this.pages = pages;
    }

    @GetMapping
    Reply standing(@PathVariable String slug, @PathVariable String token) {
        return View.of("careers/standing", view(slug, token, Form.blank()));
    }

    @GetMapping("/received")
    Reply received(@PathVariable String slug, @PathVariable String token) {
        return View.of("careers/received", view(slug, token, Form.blank()));
    }

    @PostMapping("/withdrawal")
    Reply withdraw(@PathVariable String slug, @PathVariable String token, HttpServletRequest request) {
        StandingView view = view(slug, token, Form.blank());
        return switch (links.withdraw(token)) {
            case MoveResult.Moved _ -> back(view, Flash.success(text(request, "standing.withdrawn.done")));
            case MoveResult.Stale stale -> back(view, Flash.warning(stale.sentence()));
            case MoveResult.Refused refused -> back(view, Flash.warning(refused.sentence()));
        };
    }

    @PostMapping("/resume")
    Reply replaceResume(
            @PathVariable String slug,
            @PathVariable String token,
            @RequestParam MultipartFile resume,
            HttpServletRequest request)
            throws IOException {
        if (resume.isEmpty()) {
            return refused(slug, token, text(request, "apply.resume.missing"));
        }
        return switch (links.replaceResume(token, Upload.of(resume))) {
            case Replacement.Replaced _ ->
                back(view(slug, token, Form.blank()), Flash.success(text(request, "standing.resume.done")));
            case Replacement.Refused(String sentence) -> refused(slug, token, sentence);
        };
    }

    private View refused(String slug, String token, String reason) {
        Form form = Form.blank().refused(List.of(new FieldError("resume", reason)));
        return View.of("careers/standing", view(slug, token, form)).refused();
    }

    private static Redirect back(StandingView view, Flash flash) {
        return Redirect.to(view.path()).saying(flash);
    }

    private String text(HttpServletRequest request, String key) {
        return pages.page(request).text(key);
    }

    private StandingView view(String slug, String token, Form form) {
        CandidateStatus status = links.status(token);
        if (!status.organization().slug().equals(slug)) {
            throw CrewyardException.notFound("Application", "of this link");
        }
        return new StandingView(Careers.site(status.organization()), status, token, form);
    }
}
