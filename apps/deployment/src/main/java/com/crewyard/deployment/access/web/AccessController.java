package com.crewyard.deployment.access.web;

import com.crewyard.deployment.access.NewToken;
import com.crewyard.deployment.access.People;
import com.crewyard.deployment.access.Permission;
import com.crewyard.deployment.access.Requires;
import com.crewyard.deployment.access.Role;
import com.crewyard.deployment.access.Scope;
import com.crewyard.deployment.access.Session;
import com.crewyard.deployment.access.TokenOrder;
import com.crewyard.deployment.access.Tokens;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.web.Form;
import com.crewyard.web.Redirect;
import com.crewyard.web.Reply;
import com.crewyard.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** API tokens, and what the teams of an identity provider may do. */
@Controller
class AccessController {

    private static final String ACCESS = "/access";

    private final Tokens tokens;
    private final People people;
    private final Clock clock;

    AccessController(Tokens tokens, People people, Clock clock) {
        this.tokens = tokens;
        this.people = people;
        this.clock = clock;
    }

    @Requires(value = Permission.ADMINISTER, everywhere = true)
    @GetMapping(ACCESS)
    Reply access() {
        return view(Optional.empty(), Form.blank(), "");
    }

    /** The secret is on this answer and nowhere else. */
    @Requires(value = Permission.ADMINISTER, everywhere = true)
    @PostMapping(ACCESS + "/tokens")
    Reply create(HttpServletRequest request) {
        Form form = Form.ofParameters(request.getParameterMap());
        try {
            NewToken fresh = tokens.create(new TokenOrder(
                    form.value("name").strip(),
                    Role.ofCode(form.value("role")),
                    scopes(form.value("scope")),
                    days(form.value("days")),
                    Session.require(request).name()));
            return view(Optional.of(fresh), Form.blank(), "");
        } catch (RefusedException e) {
            return view(Optional.empty(), form, e.sentence()).refused();
        }
    }

    @Requires(value = Permission.ADMINISTER, everywhere = true)
    @PostMapping(ACCESS + "/tokens/revocation")
    Reply revoke(HttpServletRequest request, @RequestParam(defaultValue = "") String name) {
        return changing(() -> tokens.revoke(name, Session.require(request).name()));
    }

    @Requires(value = Permission.ADMINISTER, everywhere = true)
    @PostMapping(ACCESS + "/grants")
    Reply grant(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String team,
            @RequestParam(name = "team_role", defaultValue = "") String role,
            @RequestParam(name = "team_scope", defaultValue = "") String scope) {
        return changing(() -> people.grant(
                team,
                Role.ofCode(role),
                new Scope(scope.strip()),
                Session.require(request).name()));
    }

    @Requires(value = Permission.ADMINISTER, everywhere = true)
    @PostMapping(ACCESS + "/grants/{id}/withdrawal")
    Reply withdraw(HttpServletRequest request, @PathVariable long id) {
        return changing(() -> people.withdraw(id, Session.require(request).name()));
    }

    private Reply changing(Runnable change) {
        try {
            change.run();
            return Redirect.to(ACCESS);
        } catch (RefusedException e) {
            return view(Optional.empty(), Form.blank(), e.sentence()).refused();
        }
    }

    private View view(Optional<NewToken> fresh, Form form, String refused) {
        return View.of(
                "access/access",
                new AccessView(tokens.tokens(), people.grants(), fresh, form, refused, clock.instant()));
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
