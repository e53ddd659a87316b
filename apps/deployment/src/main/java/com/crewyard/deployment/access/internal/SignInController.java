package com.crewyard.deployment.access.internal;

import com.crewyard.deployment.access.AccessToken;
import com.crewyard.deployment.access.Session;
import com.crewyard.kernel.FieldError;
import com.crewyard.web.Flash;
import com.crewyard.web.Form;
import com.crewyard.web.Page;
import com.crewyard.web.Pages;
import com.crewyard.web.Redirect;
import com.crewyard.web.Reply;
import com.crewyard.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Opens sessions: by the token, or by the code in the address that the command prints. */
@Controller
class SignInController {

    private static final String START = "/environments";
    private static final int LONGEST_NAME = 80;
    private static final int FAILURES_AT_ONCE = 10;
    private static final Duration ONE_MORE_FAILURE_AFTER = Duration.ofSeconds(6);

    private final AccessToken token;
    private final Sessions sessions;
    private final Attempts failures;
    private final Pages pages;

    SignInController(AccessToken token, Sessions sessions, Pages pages, Clock clock) {
        this.pages = pages;
        this.token = token;
        this.sessions = sessions;
        this.failures = new Attempts(FAILURES_AT_ONCE, ONE_MORE_FAILURE_AFTER, clock);
    }

    @GetMapping("/sign-in")
    Reply form(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = START) String next) {
        if (Session.of(request).isPresent()) {
            return Redirect.to(START);
        }
        if (!code.isEmpty()) {
            if (sessions.redeem(code)) {
                response.addCookie(sessions.open(System.getProperty("user.name", "operator"), request.isSecure()));
                return Redirect.to(START);
            }
            return Redirect.to("/sign-in")
                    .saying(Flash.warning(pages.page(request).text("sign-in.code.old")));
        }
        return View.of("access/sign-in", Form.blank().with("next", next));
    }

    @PostMapping("/sign-in")
    Reply signIn(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(name = "token", defaultValue = "") String given,
            @RequestParam(defaultValue = START) String next) {
        Page page = pages.page(request);
        List<FieldError> errors = new ArrayList<>();
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            errors.add(new FieldError("name", page.text("sign-in.name.refused", LONGEST_NAME)));
        }
        Optional<Duration> wait = failures.wait(request.getRemoteAddr());
        if (wait.isPresent()) {
            errors.add(new FieldError("token", page.text("sign-in.token.wait")));
        } else if (!token.matches(given.strip())) {
            failures.count(request.getRemoteAddr());
            errors.add(new FieldError("token", page.text("sign-in.token.wrong")));
        }
        if (!errors.isEmpty()) {
            return View.of(
                            "access/sign-in",
                            Form.blank().with("next", next).with("name", name).refused(errors))
                    .refused();
        }
        response.addCookie(sessions.open(name.strip(), request.isSecure()));
        return Redirect.to(isOurs(next) ? next : START);
    }

    @PostMapping("/sign-out")
    Reply signOut(HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(sessions.end(request, request.isSecure()));
        return Redirect.to("/sign-in").saying(Flash.info(pages.page(request).text("sign-in.out")));
    }

    private static boolean isOurs(String path) {
        return path.startsWith("/") && !path.startsWith("//") && !path.startsWith("/\\");
    }
}
