package com.crewyard.deployment.access.web;

import com.crewyard.deployment.access.GuardedGrants;
import com.crewyard.deployment.access.GuardedTokens;
import com.crewyard.deployment.access.Permission;
import com.crewyard.deployment.access.Requires;
import com.crewyard.deployment.access.Role;
import com.crewyard.deployment.access.Scope;
import com.crewyard.deployment.access.Session;
import com.crewyard.deployment.access.TokenOrder;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.web.Form;
import com.crewyard.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** API tokens, and what the teams of an identity provider may do. */
@Controller
class AccessController {

    private final AccessPage page;
    private final GuardedTokens tokens;
    private final GuardedGrants grants;

    AccessController(AccessPage page, GuardedTokens tokens, GuardedGrants grants) {
        this.page = page;
        this.tokens = tokens;
        this.grants = grants;
    }

    @Requires(value = Permission.ADMINISTER, organization = true)
    @GetMapping(AccessPage.PATH)
    Reply access() {
        return page.show();
    }

    /** The secret is on this answer and nowhere else. */
    @Requires(value = Permission.ADMINISTER, organization = true)
    @PostMapping(AccessPage.PATH + "/tokens")
    Reply create(HttpServletRequest request) {
        Form form = Form.ofParameters(request.getParameterMap());
        return page.trying(
                form,
                () -> page.showing(tokens.create(new TokenOrder(
                        form.value("name").strip(),
                        Role.ofCode(form.value("role")),
                        scopes(form.value("scope")),
                        days(form.value("days")),
                        Session.require(request).name()))));
    }

    @Requires(value = Permission.ADMINISTER, organization = true)
    @PostMapping(AccessPage.PATH + "/tokens/revocation")
    Reply revoke(HttpServletRequest request, @RequestParam(defaultValue = "") String name) {
        return page.changing(
                Form.blank(), () -> tokens.revoke(name, Session.require(request).name()));
    }

    @Requires(value = Permission.ADMINISTER, organization = true)
    @PostMapping(AccessPage.PATH + "/grants")
    Reply grant(HttpServletRequest request) {
        Form form = Form.ofParameters(request.getParameterMap());
        return page.changing(
                form,
                () -> grants.grant(
                        form.value("team"),
                        Role.ofCode(form.value("team_role")),
                        new Scope(form.value("team_scope").strip())));
    }

    @Requires(value = Permission.ADMINISTER, organization = true)
    @PostMapping(AccessPage.PATH + "/grants/{id}/withdrawal")
    Reply withdraw(@PathVariable long id) {
        return page.changing(Form.blank(), () -> grants.withdraw(id));
    }

    private static List<Scope> scopes(String text) {
        return Arrays.stream(text.strip().split("[\\s,]+"))
                .filter(scope -> !scope.isEmpty())
                .map(Scope::new)
                .toList();
    }

    private static int days(String text) {
        if (!text.strip().matches("\\d{1,5}")) {
            throw RefusedException.input("days is \"%s\"; give a number such as 90.".formatted(text));
        }
        return Integer.parseInt(text.strip());
    }
}
