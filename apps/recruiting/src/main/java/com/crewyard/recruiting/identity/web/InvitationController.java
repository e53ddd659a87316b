package com.crewyard.recruiting.identity.web;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.recruiting.identity.Anyone;
import com.crewyard.recruiting.identity.People;
import com.crewyard.recruiting.identity.Sessions;
import com.crewyard.recruiting.identity.User;
import com.crewyard.recruiting.platform.ProcessRole;
import com.crewyard.web.Form;
import com.crewyard.web.Redirect;
import com.crewyard.web.Reply;
import com.crewyard.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Joining an organization by the link of an invitation. */
@Anyone
@Controller
@ProcessRole.Only(ProcessRole.WEB)
class InvitationController {

    private final People people;
    private final Sessions sessions;

    InvitationController(People people, Sessions sessions) {
        this.people = people;
        this.sessions = sessions;
    }

    @GetMapping("/invitations/{token}")
    Reply form(@PathVariable String token) {
        Optional<User> invited = people.invited(token);
        Form form = invited.map(user -> Form.blank().with("full_name", user.fullName()))
                .orElseGet(Form::blank);
        return View.of("identity/invitation", new InvitationView(invited, token, form))
                .status(invited.isPresent() ? 200 : 404);
    }

    @PostMapping("/invitations/{token}")
    Reply accept(
            @PathVariable String token,
            @RequestParam(name = "full_name", defaultValue = "") String fullName,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            sessions.signIn(people.accept(token, fullName, password), request, response);
            return Redirect.to(DoorController.HOME);
        } catch (CrewyardException e) {
            Form form = Form.blank().with("full_name", fullName).refused(e.errors());
            return View.of("identity/invitation", new InvitationView(people.invited(token), token, form))
                    .status(e.problem().status());
        }
    }
}
