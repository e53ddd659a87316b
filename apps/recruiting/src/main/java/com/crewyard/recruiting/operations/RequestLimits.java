package com.crewyard.recruiting.operations;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.platform.web.ClientAddress;
import com.crewyard.recruiting.platform.web.TokenBuckets;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Keeps strangers from wearing the server out: what costs much is limited for each user, and anything anonymous for each
 * address, generously enough for an office behind one address. Reading by those who are signed in is not limited.
 */
final class RequestLimits implements HandlerInterceptor {

    private final List<Rule> rules = List.of(
            new Rule(request -> isPost(request, "/auth/register", "/register"), 60, Duration.ofSeconds(1)),
            new Rule(request -> isPost(request, "/auth/login", "/login"), 60, Duration.ofMillis(500)),
            new Rule(request -> isPost(request, "/apply"), 200, Duration.ofMillis(500)),
            new Rule(request -> isUnder(request, "/api/v1/matching/"), 500, Duration.ofMillis(10)),
            new Rule(request -> isUnder(request, "/api/v1/agent/", "/api/v1/chat/"), 200, Duration.ofMillis(50)),
            new Rule(RequestLimits::isUpload, 200, Duration.ofMillis(50)),
            new Rule(_ -> userOf().isEmpty(), 1_000, Duration.ofMillis(10)));

    private record Rule(Predicate<HttpServletRequest> applies, TokenBuckets buckets) {

        Rule(Predicate<HttpServletRequest> applies, int atOnce, Duration oneMoreAfter) {
            this(applies, new TokenBuckets(atOnce, oneMoreAfter));
        }
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || isOperational(method)) {
            return true;
        }
        for (Rule rule : rules) {
            if (rule.applies().test(request)) {
                rule.buckets().take(subject(request)).ifPresent(wait -> {
                    throw CrewyardException.throttled(
                            "Too many requests from you in a short time; wait %d seconds and try again."
                                    .formatted(Math.max(1, wait.plusMillis(999).toSeconds())),
                            wait);
                });
                return true;
            }
        }
        return true;
    }

    private static String subject(HttpServletRequest request) {
        return userOf().map(user -> "user " + user.id()).orElseGet(() -> ClientAddress.of(request));
    }

    private static Optional<CurrentUser> userOf() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof CurrentUser user
                ? Optional.of(user)
                : Optional.empty();
    }

    /** Probes come often and are cheap; metrics have a guard of their own. */
    private static boolean isOperational(HandlerMethod method) {
        return method.getBeanType() == HealthController.class
                || !method.getBeanType().getPackageName().startsWith("com.crewyard.");
    }

    private static boolean isPost(HttpServletRequest request, String... ends) {
        return request.getMethod().equals("POST") && List.of(ends).stream().anyMatch(path(request)::endsWith);
    }

    private static boolean isUnder(HttpServletRequest request, String... starts) {
        return List.of(starts).stream().anyMatch(path(request)::startsWith);
    }

    private static boolean isUpload(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith("multipart/");
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI();
    }
}
