package com.crewyard.deployment.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Somebody signed in.
 *
 * @param csrf proves that a form is ours
 */
public record Session(Caller caller, String csrf) {

    static final String ATTRIBUTE = Session.class.getName();

    /** By which the audit knows them. */
    public String name() {
        return caller.name();
    }

    /** Whose request it is; empty on pages that everybody may see, when nobody is signed in. */
    public static Optional<Session> of(HttpServletRequest request) {
        return Optional.ofNullable((Session) request.getAttribute(ATTRIBUTE));
    }

    /** @throws IllegalStateException where nobody gets to without signing in */
    public static Session require(HttpServletRequest request) {
        return of(request).orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }

    /** Makes it known to everything that handles the request. */
    public void attach(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
