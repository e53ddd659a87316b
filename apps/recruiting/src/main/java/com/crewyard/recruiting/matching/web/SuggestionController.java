package com.crewyard.recruiting.matching.web;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.JobId;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.identity.Requires;
import com.crewyard.recruiting.matching.Criterion;
import com.crewyard.recruiting.matching.Suggestions;
import com.crewyard.recruiting.platform.ProcessRole;
import com.crewyard.web.Flash;
import com.crewyard.web.Form;
import com.crewyard.web.Pages;
import com.crewyard.web.Redirect;
import com.crewyard.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Yes or no to what decisions suggest. */
@Controller
@RequestMapping("/jobs/{job}/matches/suggestion")
@ProcessRole.Only(ProcessRole.WEB)
class SuggestionController {

    private final Suggestions suggestions;
    private final Pages pages;

    SuggestionController(Suggestions suggestions, Pages pages) {
        this.suggestions = suggestions;
        this.pages = pages;
    }

    @Requires(Permission.JOBS_WRITE)
    @PostMapping("/acceptance")
    Reply accept(
            @PathVariable("job") JobId job,
            @RequestParam(defaultValue = "") String criterion,
            HttpServletRequest request,
            CurrentUser user) {
        int seen = ProfileForm.version(Form.ofParameters(request.getParameterMap()));
        suggestions.accept(user, job, kind(criterion), seen);
        return back(job, "suggestion.accepted", request);
    }

    @Requires(Permission.JOBS_WRITE)
    @PostMapping("/dismissal")
    Reply dismiss(
            @PathVariable("job") JobId job,
            @RequestParam(defaultValue = "") String criterion,
            HttpServletRequest request,
            CurrentUser user) {
        suggestions.dismiss(user, job, kind(criterion));
        return back(job, "suggestion.dismissed", request);
    }

    private Redirect back(JobId job, String saying, HttpServletRequest request) {
        return Redirect.to("/jobs/%s/matches".formatted(job))
                .saying(Flash.success(pages.page(request).text(saying)));
    }

    private static Criterion.Kind kind(String code) {
        return Criterion.Kind.ofCode(code)
                .orElseThrow(() -> CrewyardException.invalid(
                        "criterion",
                        "\"%s\" is no criterion; reload and answer the suggestion shown.".formatted(code)));
    }
}
