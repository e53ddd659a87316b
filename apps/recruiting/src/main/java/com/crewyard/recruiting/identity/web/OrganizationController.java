package com.crewyard.recruiting.identity.web;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Organization;
import com.crewyard.recruiting.identity.Organizations;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.identity.Requires;
import com.crewyard.recruiting.identity.SignedIn;
import com.crewyard.recruiting.platform.ProcessRole;
import com.crewyard.web.Flash;
import com.crewyard.web.Form;
import com.crewyard.web.Pages;
import com.crewyard.web.Redirect;
import com.crewyard.web.Reply;
import com.crewyard.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Name, words and colors of the organization. */
@Controller
@ProcessRole.Only(ProcessRole.WEB)
class OrganizationController {

    private static final String PATH = "/settings/organization";

    private final Organizations organizations;
    private final Pages pages;

    OrganizationController(Organizations organizations, Pages pages) {
        this.organizations = organizations;
        this.pages = pages;
    }

    @GetMapping("/settings")
    @SignedIn
    Reply settings(CurrentUser user) {
        return Redirect.to(user.may(Permission.ORGANIZATION_EDIT) ? PATH : PeopleController.PATH);
    }

    @GetMapping(PATH)
    @Requires(Permission.ORGANIZATION_EDIT)
    Reply form() {
        Organization organization = organizations.current();
        Form form = Form.blank()
                .with("name", organization.name())
                .with("about", organization.about())
                .with("website_url", organization.websiteUrl().orElse(""))
                .with("theme_color", organization.themeColor())
                .with("time_zone", organization.timeZone().getId())
                .with("version", Integer.toString(organization.version()));
        return view(organization, form);
    }

    @PostMapping(PATH)
    @Requires(Permission.ORGANIZATION_EDIT)
    Reply change(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(name = "website_url", defaultValue = "") String website,
            @RequestParam(name = "theme_color", defaultValue = "") String color,
            @RequestParam(name = "time_zone", defaultValue = "UTC") String timeZone,
            @RequestParam int version,
            HttpServletRequest request) {
        try {
            organizations.change(new Organizations.Changes(
                    name, about, Optional.of(website.strip()).filter(it -> !it.isEmpty()), color, timeZone, version));
        } catch (CrewyardException e) {
            Form form = Form.ofParameters(request.getParameterMap()).refused(Reasons.beside(e, "name"));
            return view(organizations.current(), form).refused();
        }
        return Redirect.to(PATH).saying(Flash.success(pages.page(request).text("organization.saved")));
    }

    private static View view(Organization organization, Form form) {
        List<String> zones = ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.equals("UTC") || zone.contains("/"))
                .filter(zone -> !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
                .sorted()
                .toList();
        return View.of("identity/organization", new OrganizationView(organization, zones, form));
    }
}
