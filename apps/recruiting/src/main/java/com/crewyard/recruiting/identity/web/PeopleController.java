package com.crewyard.recruiting.identity.web;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.Problem;
import com.crewyard.kernel.UserId;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.People;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.identity.Requires;
import com.crewyard.recruiting.identity.Role;
import com.crewyard.recruiting.identity.User;
import com.crewyard.recruiting.platform.ProcessRole;
import com.crewyard.web.Flash;
import com.crewyard.web.Form;
import com.crewyard.web.Pages;
import com.crewyard.web.Redirect;
import com.crewyard.web.Reply;
import com.crewyard.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who belongs to the organization: invited, given roles, disabled. */
@Controller
@RequestMapping(PeopleController.PATH)
@ProcessRole.Only(ProcessRole.WEB)
class PeopleController {

    static final String PATH = "/settings/people";

    private final People people;
    private final Pages pages;

    PeopleController(People people, Pages pages) {
        this.people = people;
        this.pages = pages;
    }

    @GetMapping
    @Requires(Permission.PEOPLE_READ)
    Reply list(CurrentUser user) {
        return view(user, Optional.empty(), Form.blank());
    }

    @PostMapping
    @Requires(Permission.PEOPLE_MANAGE)
    Reply invite(
            CurrentUser user,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(name = "full_name", defaultValue = "") String fullName,
            @RequestParam String role,
            HttpServletRequest request) {
        try {
            return invited(user, people.invite(user, email, fullName, role(role)), request);
        } catch (CrewyardException e) {
            Form form = Form.blank()
                    .with("email", email)
                    .with("full_name", fullName)
                    .with("role", role);
            return view(user, Optional.empty(), form.refused(Reasons.beside(e, "email")))
                    .refused();
        }
    }

    @PostMapping("/{id}/invitation")
    @Requires(Permission.PEOPLE_MANAGE)
    Reply inviteAgain(CurrentUser user, @PathVariable long id, HttpServletRequest request) {
        return invited(user, people.inviteAgain(user, new UserId(id)), request);
    }

    @PostMapping("/{id}/role")
    @Requires(Permission.PEOPLE_MANAGE)
    Reply changeRole(CurrentUser user, @PathVariable long id, @RequestParam String role, HttpServletRequest request) {
        return change(id, "people.role.changed", request, subject -> people.changeRole(user, subject, role(role)));
    }

    @PostMapping("/{id}/disabled")
    @Requires(Permission.PEOPLE_MANAGE)
    Reply disable(CurrentUser user, @PathVariable long id, HttpServletRequest request) {
        return change(id, "people.disabled", request, subject -> people.disable(user, subject));
    }

    @PostMapping("/{id}/enabled")
    @Requires(Permission.PEOPLE_MANAGE)
    Reply enable(CurrentUser user, @PathVariable long id, HttpServletRequest request) {
        return change(id, "people.enabled", request, subject -> people.enable(user, subject));
    }

    private Reply change(long id, String saying, HttpServletRequest request, Consumer<UserId> change) {
        UserId subject = new UserId(id);
        String name = people.find(subject).map(User::fullName).orElse("");
        try {
            change.accept(subject);
        } catch (CrewyardException e) {
            if (e.problem() == Problem.NOT_FOUND || e.problem() == Problem.FORBIDDEN) {
                throw e;
            }
            return Redirect.to(PATH).saying(Flash.error(e.sentence()));
        }
        return Redirect.to(PATH).saying(Flash.success(pages.page(request).text(saying, name)));
    }

    private View invited(CurrentUser user, People.Invitation invitation, HttpServletRequest request) {
        String address = pages.page(request).absolute("/invitations/" + invitation.token());
        return view(user, Optional.of(new PeopleView.Link(invitation.user().fullName(), address)), Form.blank());
    }

    private View view(CurrentUser user, Optional<PeopleView.Link> link, Form form) {
        return View.of("identity/people", new PeopleView(people.all(), user.id(), link, form));
    }

    private static Role role(String code) {
        return Role.ofCode(code)
                .orElseThrow(() -> CrewyardException.invalid("role", "\"%s\" is not a role.".formatted(code)));
    }
}
