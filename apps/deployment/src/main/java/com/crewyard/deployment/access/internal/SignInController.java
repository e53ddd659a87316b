package com.crewyard.deployment.access.internal;

import com.crewyard.deployment.access.AccessToken;
import com.crewyard.deployment.access.Accounts;
import com.crewyard.deployment.access.Anyone;
import com.crewyard.deployment.access.Caller;
import com.crewyard.deployment.access.Session;
import com.crewyard.deployment.access.SignInView;
import com.crewyard.deployment.access.SignedIn;
import com.crewyard.deployment.catalog.Audit;
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

/** Opens sessions: by a token, or by the code in the address that the command prints. */
@Controller
class SignInController {

    private static final String START = "/environments";
    private static final int LONGEST_NAME = 80;
    private static final int FAILURES_AT_ONCE = 10;
    private static final Duration ONE_MORE_FAILURE_AFTER = Duration.ofSeconds(6);

    private final AccessToken token;
    private final Accounts accounts;
    private final Audit audit;
    private final Provider provider;
    private final Sessions sessions;
    private final Attempts failures;
    private final Pages pages;

    SignInController(
            AccessToken token,
            Accounts accounts,
            Audit audit,
            Provider provider,
            Sessions sessions,
            Pages pages,
            Clock clock) {
        this.provider = provider;
        this.accounts = accounts;
        this.audit = audit;
        this.pages = pages;
        this.token = token;
        this.sessions = sessions;
        this.failures = new Attempts(FAILURES_AT_ONCE, ONE_MORE_FAILURE_AFTER, clock);
    }

    @Anyone
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
                enter(Caller.console(System.getProperty("user.name", "operator")), request, response);
                return Redirect.to(START);
            }
            return Redirect.to("/sign-in")
                    .saying(Flash.warning(pages.page(request).text("sign-in.code.old")));
        }
        return View.of("access/sign-in", new SignInView(Form.blank().with("next", next), provider.isThere()));
    }

    @Anyone
    @PostMapping("/sign-in")
    Reply signIn(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(name = "token", defaultValue = "") String given,
            @RequestParam(defaultValue = START) String next) {
        Page page = pages.page(request);
        List<FieldError> errors = new ArrayList<>();
        Optional<Caller> caller = Optional.empty();
        Optional<Duration> wait = failures.wait(request.getRemoteAddr());
        if (wait.isPresent()) {
            errors.add(new FieldError("token", page.text("sign-in.token.wait")));
        } else {
            caller = caller(name.strip(), given.strip());
            if (caller.isEmpty()) {
                failures.count(request.getRemoteAddr());
                audit.write(name.strip(), "sign-in-refused", "a wrong token from " + request.getRemoteAddr());
                errors.add(new FieldError("token", page.text("sign-in.token.wrong")));
            }
        }
        if (caller.filter(found -> found.kind() == Caller.Kind.TOKEN).isEmpty()
                && (name.isBlank() || name.length() > LONGEST_NAME)) {
            errors.add(new FieldError("name", page.text("sign-in.name.refused", LONGEST_NAME)));
        }
        if (!errors.isEmpty()) {
            Form form = Form.blank().with("next", next).with("name", name).refused(errors);
            return View.of("access/sign-in", new SignInView(form, provider.isThere()))
                    .refused();
        }
        enter(caller.orElseThrow(), request, response);
        return Redirect.to(isOurs(next) ? next : START);
    }

    @SignedIn
    @PostMapping("/sign-out")
    Reply signOut(HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(sessions.end(request, request.isSecure()));
        return Redirect.to("/sign-in").saying(Flash.info(pages.page(request).text("sign-in.out")));
    }

    /** An API token has a name of its own; the console's token is used under the name given. */
    private Optional<Caller> caller(String name, String secret) {
        return token.matches(secret) ? Optional.of(Caller.console(name)) : accounts.ofSecret(secret);
    }

    private void enter(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(sessions.open(caller, request.isSecure()));
        audit.write(caller.overseen(), caller.name(), "sign-in", "");
    }

    private static boolean isOurs(String path) {
        return path.startsWith("/") && !path.startsWith("//") && !path.startsWith("/\\");
    }
}
