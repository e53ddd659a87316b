package com.crewyard.recruiting.identity.internal;

import com.crewyard.recruiting.identity.AccessTokens;
import com.crewyard.recruiting.identity.CurrentUser;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads {@code Authorization: Bearer} (RFC 6750). A bad token leaves the request anonymous, to be refused later. */
final class BearerTokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final AccessTokens tokens;

    BearerTokenFilter(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader("Authorization");
        if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            Optional<CurrentUser> user =
                    tokens.verify(header.substring(SCHEME.length()).strip());
            user.ifPresent(found ->
                    SecurityContextHolder.setContext(new SecurityContextImpl(new SignedInAuthentication(found))));
        }
        chain.doFilter(request, response);
    }
}
