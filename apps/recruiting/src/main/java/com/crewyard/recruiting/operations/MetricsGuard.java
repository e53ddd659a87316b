package com.crewyard.recruiting.operations;

import com.crewyard.recruiting.platform.Settings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Metrics tell how busy an organization is, so they are for the operator: with {@code CREWYARD_METRICS_TOKEN} set, for
 * whoever brings it as a bearer token; without one, open in development and closed in production.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class MetricsGuard extends OncePerRequestFilter {

    private static final String PATH = "/actuator/prometheus";

    private final String token;
    private final boolean production;

    MetricsGuard(Settings settings, @Value("${crewyard.metrics-token:}") String token) {
        this.token = token;
        this.production = settings.production();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (token.isEmpty() && production) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (token.isEmpty() || isRight(request.getHeader(HttpHeaders.AUTHORIZATION))) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    private boolean isRight(@org.jspecify.annotations.Nullable String header) {
        byte[] expected = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        return header != null && MessageDigest.isEqual(expected, header.getBytes(StandardCharsets.UTF_8));
    }
}
