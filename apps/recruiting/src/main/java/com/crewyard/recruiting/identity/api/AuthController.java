package com.crewyard.recruiting.identity.api;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.Problem;
import com.crewyard.recruiting.identity.AccessTokens;
import com.crewyard.recruiting.identity.Anyone;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Logins;
import com.crewyard.recruiting.identity.Registration;
import com.crewyard.recruiting.identity.SignedIn;
import com.crewyard.recruiting.identity.User;
import com.crewyard.recruiting.platform.ProcessRole;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Registration, log-in and the caller's own account. */
@RestController
@RequestMapping("/api/v1")
@ProcessRole.Only(ProcessRole.API)
class AuthController {

    private static final String DEFAULT_ORGANIZATION = "My Organization";

    private final Registration registration;
    private final Logins logins;
    private final AccessTokens tokens;

    AuthController(Registration registration, Logins logins, AccessTokens tokens) {
        this.registration = registration;
        this.logins = logins;
        this.tokens = tokens;
    }

    record RegisterRequest(
            @Nullable String email,
            @Nullable String password,
            @Nullable String fullName,
            @Nullable String orgName) {}

    record UserBody(long id, String email, String fullName, String role, long orgId) {
        static UserBody of(User user) {
            return new UserBody(
                    user.id().value(),
                    user.email(),
                    user.fullName(),
                    user.role().code(),
                    user.organization().value());
        }
    }

    record TokenBody(String accessToken, String tokenType) {}

    @Anyone
    @PostMapping("/auth/register")
    UserBody register(@RequestBody RegisterRequest request) {
        return UserBody.of(registration.register(new Registration.Request(
                orEmpty(request.email()),
                orEmpty(request.password()),
                Optional.ofNullable(request.fullName()),
                request.orgName() == null ? DEFAULT_ORGANIZATION : request.orgName())));
    }

    @Anyone
    @PostMapping(path = "/auth/login", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    TokenBody logIn(@RequestParam String username, @RequestParam String password, HttpServletRequest request) {
        return switch (logins.logIn(username, password, request.getRemoteAddr())) {
            case Logins.Outcome.Granted(CurrentUser user) -> new TokenBody(tokens.issue(user), "bearer");
            case Logins.Outcome.Refused() ->
                throw CrewyardException.of(Problem.UNAUTHENTICATED, "The email or the password is wrong.");
            case Logins.Outcome.Throttled(var wait) ->
                throw CrewyardException.throttled("Too many failed log-ins; wait a little and try again.", wait);
        };
    }

    @SignedIn
    @GetMapping("/users/me")
    UserBody me(CurrentUser user) {
        return new UserBody(
                user.id().value(),
                user.email(),
                user.fullName(),
                user.role().code(),
                user.organization().value());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
