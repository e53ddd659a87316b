package com.crewyard.deployment.access.internal;

import com.crewyard.deployment.access.Anyone;
import com.crewyard.deployment.access.Caller;
import com.crewyard.deployment.access.People;
import com.crewyard.deployment.catalog.Audit;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.web.Flash;
import com.crewyard.web.Pages;
import com.crewyard.web.Redirect;
import com.crewyard.web.Reply;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Signs people in by an identity provider: authorization code with PKCE (OpenID Connect Core 1.0 section 3.1). */
@Anyone
@Controller
class ProviderController {

    private static final Logger log = LoggerFactory.getLogger(ProviderController.class);
    private static final String START = "/sign-in/provider";
    private static final String ANSWER = START + "/answer";
    private static final String COOKIE = "crewyard_deploy_handshake";
    private static final int LASTS_SECONDS = 600;

    private final Provider provider;
    private final People people;
    private final Sessions sessions;
    private final Audit audit;
    private final Pages pages;

    ProviderController(Provider provider, People people, Sessions sessions, Audit audit, Pages pages) {
        this.provider = provider;
        this.people = people;
        this.sessions = sessions;
        this.audit = audit;
        this.pages = pages;
    }

    @GetMapping(START)
    ResponseEntity<Void> start(HttpServletRequest request, HttpServletResponse response) {
        Handshake handshake = Handshake.fresh();
        try {
            URI there = provider.authorization(handshake, redirect(request));
            response.addCookie(cookie(handshake.text(), LASTS_SECONDS, request.isSecure()));
            return ResponseEntity.status(HttpStatus.SEE_OTHER).location(there).build();
        } catch (ProviderException e) {
            throw RefusedException.notNow(String.valueOf(e.getMessage()));
        }
    }

    @GetMapping(ANSWER)
    Reply answer(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state) {
        Optional<Handshake> handshake = handshake(request).filter(kept -> kept.isAnsweredBy(state));
        response.addCookie(cookie("", 0, request.isSecure()));
        if (handshake.isEmpty() || code.isEmpty()) {
            return refused(request, new ProviderException("The answer is none to a sign-in of this browser."));
        }
        try {
            Provider.Identity identity = provider.identity(code, handshake.get(), redirect(request));
            Caller caller = people.signedIn(identity.issuer(), identity.subject(), identity.name(), identity.teams());
            response.addCookie(sessions.open(caller, request.isSecure()));
            audit.write(caller.overseen(), caller.name(), "sign-in", "by " + identity.issuer());
            return Redirect.to("/environments");
        } catch (ProviderException e) {
            return refused(request, e);
        }
    }

    private Reply refused(HttpServletRequest request, ProviderException e) {
        log.warn("a sign-in by the identity provider failed: {}", e.getMessage(), e.getCause());
        return Redirect.to("/sign-in")
                .saying(Flash.warning(
                        pages.page(request).text("sign-in.provider.failed", String.valueOf(e.getMessage()))));
    }

    /** As it was asked for, under a name that the console answers to. */
    private static URI redirect(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request)
                .path(ANSWER)
                .build()
                .toUri();
    }

    private static Optional<Handshake> handshake(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .findFirst()
                .flatMap(cookie -> Handshake.read(cookie.getValue()));
    }

    private static Cookie cookie(String value, int seconds, boolean secure) {
        Cookie cookie = new Cookie(COOKIE, value);
        cookie.setPath(START);
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(seconds);
        return cookie;
    }
}
