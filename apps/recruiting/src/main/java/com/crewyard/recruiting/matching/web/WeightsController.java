package com.crewyard.recruiting.matching.web;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.identity.Requires;
import com.crewyard.recruiting.matching.MatchProfiles;
import com.crewyard.recruiting.platform.ProcessRole;
import com.crewyard.web.Flash;
import com.crewyard.web.Form;
import com.crewyard.web.Pages;
import com.crewyard.web.Redirect;
import com.crewyard.web.Reply;
import com.crewyard.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** How the organization weighs the criteria, for every job that does not weigh otherwise. */
@Controller
@RequestMapping(WeightsController.PATH)
@ProcessRole.Only(ProcessRole.WEB)
class WeightsController {

    static final String PATH = "/settings/matching";

    private final MatchProfiles profiles;
    private final Pages pages;

    WeightsController(MatchProfiles profiles, Pages pages) {
        this.profiles = profiles;
        this.pages = pages;
    }

    @Requires(Permission.ORGANIZATION_EDIT)
    @GetMapping
    Reply form() {
        return view(current());
    }

    @Requires(Permission.ORGANIZATION_EDIT)
    @PostMapping
    Reply change(HttpServletRequest request, CurrentUser user) {
        Form sent = Form.ofParameters(request.getParameterMap());
        try {
            profiles.change(user, Optional.empty(), ProfileForm.version(sent), ProfileForm.draft(sent));
        } catch (CrewyardException e) {
            if (e.errors().isEmpty()) {
                throw e;
            }
            return view(current().refused(sent, e)).refused();
        }
        return Redirect.to(PATH).saying(Flash.success(pages.page(request).text("weights.saved")));
    }

    @Requires(Permission.ORGANIZATION_EDIT)
    @PostMapping("/reset")
    Reply reset(HttpServletRequest request, CurrentUser user) {
        profiles.reset(user, Optional.empty(), ProfileForm.version(Form.ofParameters(request.getParameterMap())));
        return Redirect.to(PATH).saying(Flash.success(pages.page(request).text("weights.reset.done")));
    }

    private ProfileForm current() {
        return ProfileForm.of(PATH, profiles.ofOrganization(), List.of(), true);
    }

    private View view(ProfileForm form) {
        return View.of("matching/settings", new WeightsView(form, profiles.history(Optional.empty())));
    }
}
