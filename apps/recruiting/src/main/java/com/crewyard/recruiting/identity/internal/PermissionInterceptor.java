package com.crewyard.recruiting.identity.internal;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.Problem;
import com.crewyard.recruiting.identity.Anyone;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Requires;
import com.crewyard.recruiting.identity.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Holds every handler of ours to what it declares; one that declares nothing serves nobody. */
final class PermissionInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && isOurs(method) && !isOpen(method)) {
            CurrentUser user = currentUser()
                    .orElseThrow(() -> CrewyardException.of(
                            Problem.UNAUTHENTICATED, "Log in first; the API takes an access token as Bearer."));
            check(method, user);
        }
        return true;
    }

    static Optional<CurrentUser> currentUser() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedInAuthentication signedIn
                ? Optional.of(signedIn.user())
                : Optional.empty();
    }

    private static void check(HandlerMethod method, CurrentUser user) {
        Requires requires = method.getMethodAnnotation(Requires.class);
        if (requires != null) {
            user.require(requires.value());
        } else if (!method.hasMethodAnnotation(SignedIn.class)) {
            throw new IllegalStateException("%s declares no permission".formatted(method));
        }
    }

    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("com.crewyard.");
    }

    private static boolean isOpen(HandlerMethod method) {
        return method.hasMethodAnnotation(Anyone.class) || method.getBeanType().isAnnotationPresent(Anyone.class);
    }
}
