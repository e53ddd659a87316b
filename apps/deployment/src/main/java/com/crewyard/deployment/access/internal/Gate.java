package com.crewyard.deployment.access.internal;

import com.crewyard.deployment.access.AccessToken;
import com.crewyard.deployment.access.Accounts;
import com.crewyard.deployment.access.Caller;
import com.crewyard.deployment.access.Callers;
import com.crewyard.deployment.access.Session;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says who calls, and lets through: the API to who has a token, pages to who is signed in, the advisor to everybody, and
 * webhooks, which prove themselves by their signatures. What is not named here is closed. What callers may do is the
 * {@link com.crewyard.deployment.access.Guard}'s to decide.
 */
@Component
@Order(10)
class Gate extends OncePerRequestFilter {

    static final String CSRF_FIELD = "_csrf";
    static final String CSRF_HEADER = "X-CSRF-Token";

    private static final List<String> OPEN =
            List.of("/assets/", "/advisor", "/sign-in", "/healthz", "/favicon.ico", "/hooks/");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String BEARER = "Bearer ";
    private static final int FAILURES_AT_ONCE = 10;
    private static final Duration ONE_MORE_FAILURE_AFTER = Duration.ofSeconds(6);

    private final AccessToken token;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Attempts failures;

    Gate(AccessToken token, Accounts accounts, Sessions sessions, Clock clock) {
        this.token = token;
        this.accounts = accounts;
        this.sessions = sessions;
        this.failures = new Attempts(FAILURES_AT_ONCE, ONE_MORE_FAILURE_AFTER, clock);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().startsWith("/api/")) {
            throughTheApi(request, response, chain);
            return;
        }
        Optional<Session> session = sessions.of(request);
        session.ifPresent(found -> found.attach(request));
        if (!READING.contains(request.getMethod()) && !isOurs(request, session)) {
            refuse(
                    response,
                    HttpStatus.FORBIDDEN,
                    "This form is too old or not ours; go back, reload, and send it again.");
        } else if (session.isPresent()) {
            pass(session.get().caller(), request, response, chain);
        } else if (isOpen(request.getRequestURI())) {
            chain.doFilter(request, response);
        } else if (wantsAPage(request)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.sendRedirect("/sign-in?next=" + URLEncoder.encode(wanted(request), StandardCharsets.UTF_8));
        } else {
            refuse(response, HttpStatus.UNAUTHORIZED, "Sign in first.");
        }
    }

    private void throughTheApi(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = request.getRemoteAddr();
        Optional<Duration> wait = failures.wait(address);
        if (wait.isPresent()) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER,
                    String.valueOf(Math.max(1, wait.get().toSeconds())));
            problem(response, HttpStatus.TOO_MANY_REQUESTS, "Too many wrong tokens; wait a little and try again.");
            return;
        }
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            problem(
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "The API wants a token: Authorization: Bearer TOKEN. ./crewyard token create makes one; the console's own is in the file token of its state folder.");
            return;
        }
        Optional<Caller> caller = caller(header.substring(BEARER.length()).strip());
        if (caller.isEmpty()) {
            failures.count(address);
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            problem(
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "The token is none of this console's, or it expired or was revoked; ./crewyard token create makes one.");
            return;
        }
        pass(caller.get(), request, response, chain);
    }

    private Optional<Caller> caller(String secret) {
        return token.matches(secret) ? Optional.of(Caller.console("api")) : accounts.ofSecret(secret);
    }

    /** From here on the request is the caller's. */
    private static void pass(Caller caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            Callers.as(caller, () -> {
                chain.doFilter(request, response);
                return caller;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    /** A form carries the session's secret; where nobody is signed in, the browser has to say that our page sent it. */
    private static boolean isOurs(HttpServletRequest request, Optional<Session> session) {
        if (session.isEmpty()) {
            String site = request.getHeader("Sec-Fetch-Site");
            return site == null || site.equals("same-origin") || site.equals("none");
        }
        String given = Optional.ofNullable(request.getHeader(CSRF_HEADER))
                .or(() -> Optional.ofNullable(request.getParameter(CSRF_FIELD)))
                .orElse("");
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), session.get().csrf().getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isOpen(String path) {
        return OPEN.stream().anyMatch(open -> open.endsWith("/") ? path.startsWith(open) : isAtOrBelow(path, open));
    }

    private static boolean isAtOrBelow(String path, String open) {
        return path.equals(open) || path.startsWith(open + "/") || path.startsWith(open + ".");
    }

    private static boolean wantsAPage(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && request.getHeader("HX-Request") == null
                && request.getHeader("X-Follow") == null
                && !"websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    }

    private static String wanted(HttpServletRequest request) {
        return request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
    }

    private static void refuse(HttpServletResponse response, HttpStatus status, String sentence) throws IOException {
        response.setStatus(status.value());
        response.setContentType("text/plain;charset=utf-8");
        response.getWriter().write(sentence + "\n");
    }

    /** RFC 9457. */
    private static void problem(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        response.setStatus(status.value());
        response.setContentType("application/problem+json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter()
                .write("{\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                        .formatted(status.getReasonPhrase(), status.value(), detail));
    }
}
