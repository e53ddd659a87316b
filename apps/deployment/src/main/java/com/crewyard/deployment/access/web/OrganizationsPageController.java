package com.crewyard.deployment.access.web;

import com.crewyard.deployment.access.GuardedOrganizations;
import com.crewyard.deployment.access.Permission;
import com.crewyard.deployment.access.Requires;
import com.crewyard.deployment.access.Session;
import com.crewyard.web.Form;
import com.crewyard.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Making organizations, and saying what they own. */
@Controller
class OrganizationsPageController {

    private static final String ORGANIZATIONS = AccessPage.PATH + "/organizations";

    private final AccessPage page;
    private final GuardedOrganizations organizations;

    OrganizationsPageController(AccessPage page, GuardedOrganizations organizations) {
        this.page = page;
        this.organizations = organizations;
    }

    @Requires(value = Permission.ADMINISTER, everywhere = true)
    @PostMapping(ORGANIZATIONS)
    Reply create(HttpServletRequest request) {
        Form form = form(request);
        return page.changing(
                form, () -> organizations.create(form.value("organization").strip(), actor(request)));
    }

    @Requires(value = Permission.ADMINISTER, everywhere = true)
    @PostMapping(ORGANIZATIONS + "/{name}/deletion")
    Reply delete(HttpServletRequest request, @PathVariable String name) {
        return page.changing(Form.blank(), () -> organizations.delete(name, actor(request)));
    }

    @Requires(value = Permission.ADMINISTER, everywhere = true)
    @PostMapping(ORGANIZATIONS + "/belongings")
    Reply assign(HttpServletRequest request) {
        Form form = form(request);
        return page.changing(
                form,
                () -> organizations.assign(
                        form.value("owner"), form.value("what").strip(), actor(request)));
    }

    @Requires(value = Permission.ADMINISTER, everywhere = true)
    @PostMapping(ORGANIZATIONS + "/{name}/belongings/removal")
    Reply unassign(
            HttpServletRequest request, @PathVariable String name, @RequestParam(defaultValue = "") String what) {
        return page.changing(Form.blank(), () -> organizations.unassign(name, what, actor(request)));
    }

    private static Form form(HttpServletRequest request) {
        return Form.ofParameters(request.getParameterMap());
    }

    private static String actor(HttpServletRequest request) {
        return Session.require(request).name();
    }
}
