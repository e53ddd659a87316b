package com.crewyard.recruiting.identity.web;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.FieldError;
import com.crewyard.kernel.Problem;
import com.crewyard.recruiting.identity.Anyone;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Logins;
import com.crewyard.recruiting.identity.Registration;
import com.crewyard.recruiting.identity.Sessions;
import com.crewyard.recruiting.platform.ProcessRole;
import com.crewyard.web.Form;
import com.crewyard.web.Pages;
import com.crewyard.web.Redirect;
import com.crewyard.web.Reply;
import com.crewyard.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Registration, log-in and log-out. */
@Anyone
@Controller
@ProcessRole.Only(ProcessRole.WEB)
class DoorController {

    static final String HOME = "/jobs";

    private final Registration registration;
    private final Logins logins;
    private final Sessions sessions;
    private final Pages pages;

    DoorController(Registration registration, Logins logins, Sessions sessions, Pages pages) {
        this.registration = registration;
        this.logins = logins;
        this.sessions = sessions;
        this.pages = pages;
    }

    @GetMapping("/")
    Reply home(HttpServletRequest request) {
        return Redirect.to(pages.page(request).viewer().isPresent() ? HOME : "/login");
    }

    @GetMapping("/login")
    Reply loginForm(@RequestParam(defaultValue = "") String next, HttpServletRequest request) {
        return pages.page(request).viewer().isPresent()
                ? Redirect.to(HOME)
                : View.of("identity/login", Form.blank().with("next", next));
    }

    @PostMapping("/login")
    Reply logIn(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (logins.logIn(email, password, request.getRemoteAddr())) {
            case Logins.Outcome.Granted(CurrentUser user) -> {
                sessions.signIn(user, request, response);
                yield destination(next);
            }
            case Logins.Outcome.Refused() -> refused(email, next, text(request, "login.refused"), 422);
            case Logins.Outcome.Throttled(var wait) ->
                refused(email, next, text(request, "login.throttled", Math.max(1, wait.toMinutes())), 429);
        };
    }

    @PostMapping("/logout")
    Reply logOut(HttpServletRequest request) {
        sessions.signOut(request);
        return Redirect.to("/login");
    }

    @GetMapping("/register")
    Reply registrationForm() {
        return View.of("identity/register", Form.blank());
    }

    @PostMapping("/register")
    Reply register(
            @RequestParam(name = "organization", defaultValue = "") String organization,
            @RequestParam(name = "full_name", defaultValue = "") String fullName,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            registration.register(new Registration.Request(
                    email, password, Optional.of(fullName).filter(name -> !name.isBlank()), organization));
        } catch (CrewyardException e) {
            return View.of(
                            "identity/register",
                            Form.blank()
                                    .with("organization", organization)
                                    .with("full_name", fullName)
                                    .with("email", email)
                                    .refused(reasons(e)))
                    .refused();
        }
        return logIn(email, password, HOME, request, response);
    }

    private View refused(String email, String next, String reason, int status) {
        return View.of(
                        "identity/login",
                        Form.blank()
                                .with("email", email)
                                .with("next", next)
                                .refused(List.of(new FieldError("email", reason))))
                .status(status);
    }

    /** What registration refuses beside single fields is about the email: somebody has it already. */
    private static List<FieldError> reasons(CrewyardException e) {
        if (e.problem() == Problem.INVALID) {
            return e.errors().stream()
                    .map(error ->
                            error.field().equals("org_name") ? new FieldError("organization", error.message()) : error)
                    .toList();
        }
        return List.of(new FieldError("email", e.sentence()));
    }

    private String text(HttpServletRequest request, String key, Object... arguments) {
        return pages.page(request).text(key, arguments);
    }

    /** Only paths of this site: an address that a stranger put into a link is not followed. */
    private static Redirect destination(String next) {
        try {
            return Redirect.to(next.isEmpty() ? HOME : next);
        } catch (IllegalArgumentException _) {
            return Redirect.to(HOME);
        }
    }
}
