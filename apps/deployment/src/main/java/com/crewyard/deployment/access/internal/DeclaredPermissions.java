package com.crewyard.deployment.access.internal;

import com.crewyard.deployment.access.Anyone;
import com.crewyard.deployment.access.Callers;
import com.crewyard.deployment.access.Guard;
import com.crewyard.deployment.access.Requires;
import com.crewyard.deployment.access.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Holds every handler of ours to what it declares; one that declares nothing serves nobody. */
final class DeclaredPermissions implements HandlerInterceptor {

    private static final String OURS = "com.crewyard.deployment";

    private final Guard guard;

    DeclaredPermissions(Guard guard) {
        this.guard = guard;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getPackageName().startsWith(OURS)
                && !isOpen(method)) {
            check(method);
        }
        return true;
    }

    private void check(HandlerMethod method) {
        Requires requires = method.getMethodAnnotation(Requires.class);
        if (requires == null) {
            if (!method.hasMethodAnnotation(SignedIn.class)) {
                throw new IllegalStateException("%s declares no permission".formatted(method));
            }
            Callers.current();
        } else if (requires.everywhere()) {
            guard.requireEverywhere(requires.value());
        } else if (requires.organization()) {
            guard.requireAnOrganization(requires.value());
        } else {
            guard.requireSomewhere(requires.value());
        }
    }

    private static boolean isOpen(HandlerMethod method) {
        return method.hasMethodAnnotation(Anyone.class) || method.getBeanType().isAnnotationPresent(Anyone.class);
    }
}
