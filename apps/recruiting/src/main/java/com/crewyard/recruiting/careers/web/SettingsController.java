package com.crewyard.recruiting.careers.web;

import com.crewyard.kernel.FieldError;
import com.crewyard.recruiting.careers.internal.LogoFile;
import com.crewyard.recruiting.careers.internal.LogoFile.Verdict;
import com.crewyard.recruiting.files.Files;
import com.crewyard.recruiting.identity.Organization;
import com.crewyard.recruiting.identity.Organizations;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.identity.Requires;
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
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** How the careers site shows the organization. */
@Controller
@RequestMapping(SettingsController.PATH)
@ProcessRole.Only(ProcessRole.WEB)
class SettingsController {

    static final String PATH = "/settings/careers";

    private final Organizations organizations;
    private final Files files;
    private final Pages pages;

    SettingsController(Organizations organizations, Files files, Pages pages) {
        this.organizations = organizations;
        this.files = files;
        this.pages = pages;
    }

    @GetMapping
    @Requires(Permission.ORGANIZATION_EDIT)
    Reply form() {
        return view(Form.blank());
    }

    @PostMapping("/logo")
    @Requires(Permission.ORGANIZATION_EDIT)
    Reply changeLogo(@RequestParam Optional<MultipartFile> logo, HttpServletRequest request) throws IOException {
        Optional<MultipartFile> sent = logo.filter(file -> !file.isEmpty());
        if (sent.isEmpty()) {
            return refused(pages.page(request).text("logo.missing"));
        }
        byte[] start = sent.get().getInputStream().readNBytes(LogoFile.MAX_BYTES + 1);
        return switch (LogoFile.judge(start)) {
            case Verdict.Refused(String sentence) -> refused(sentence);
            case Verdict.Picture picture -> {
                organizations.changeLogo(
                        Optional.of(files.put(start, picture.mediaType()).sha256()));
                yield back(request, "logo.saved");
            }
        };
    }

    @PostMapping("/logo/removal")
    @Requires(Permission.ORGANIZATION_EDIT)
    Reply removeLogo(HttpServletRequest request) {
        organizations.changeLogo(Optional.empty());
        return back(request, "logo.removed");
    }

    private Reply back(HttpServletRequest request, String key) {
        return Redirect.to(PATH).saying(Flash.success(pages.page(request).text(key)));
    }

    private View refused(String reason) {
        return view(Form.blank().refused(List.of(new FieldError("logo", reason))))
                .refused();
    }

    private View view(Form form) {
        Organization organization = organizations.current();
        return View.of(
                "careers/settings", new SettingsView(Careers.site(organization), Cards.path(organization), form));
    }
}
