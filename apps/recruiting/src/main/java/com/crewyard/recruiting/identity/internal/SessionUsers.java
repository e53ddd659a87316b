package com.crewyard.recruiting.identity.internal;

import com.crewyard.kernel.OrganizationId;
import com.crewyard.kernel.UserId;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.People;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps in a session only who is signed in, two numbers; what they may do is read anew for each request, so that a
 * role taken away is gone at once.
 */
@Component
class SessionUsers implements SecurityContextRepository {

    private static final String ORGANIZATION = "organization";
    private static final String USER = "user";

    private final People people;

    SessionUsers(People people) {
        this.people = people;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Loaded(request);
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return load(holder.getRequest());
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        Authentication authentication = context.getAuthentication();
        if (authentication instanceof SignedInAuthentication signedIn) {
            HttpSession session = request.getSession(true);
            session.setAttribute(ORGANIZATION, signedIn.user().organization().value());
            session.setAttribute(USER, signedIn.user().id().value());
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(USER) != null;
    }

    private SecurityContext load(HttpServletRequest request) {
        return userOf(request)
                .map(user -> (SecurityContext) new SecurityContextImpl(new SignedInAuthentication(user)))
                .orElseGet(SecurityContextHolder::createEmptyContext);
    }

    private Optional<CurrentUser> userOf(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null
                && session.getAttribute(ORGANIZATION) instanceof Long organization
                && session.getAttribute(USER) instanceof Long user) {
            return people.current(new OrganizationId(organization), new UserId(user));
        }
        return Optional.empty();
    }

    private final class Loaded implements DeferredSecurityContext {

        private final HttpServletRequest request;
        private @Nullable SecurityContext context;

        Loaded(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            SecurityContext present = context;
            if (present == null) {
                present = load(request);
                context = present;
            }
            return present;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
