package com.crewyard.recruiting.identity.internal;

import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Organization;
import com.crewyard.recruiting.identity.Organizations;
import com.crewyard.recruiting.identity.Role;
import com.crewyard.web.CsrfField;
import com.crewyard.web.Viewer;
import com.crewyard.web.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Tells pages who reads them. */
@Component
class SessionVisitors implements Visitors {

    private static final String ORGANIZATION = SessionVisitors.class.getName() + ".organization";

    private final Organizations organizations;

    SessionVisitors(Organizations organizations) {
        this.organizations = organizations;
    }

    @Override
    public Optional<Viewer> viewer(HttpServletRequest request) {
        return PermissionInterceptor.currentUser()
                .filter(user -> user.role() != Role.CANDIDATE)
                .map(user -> viewer(user, organization(request)));
    }

    @Override
    public CsrfField csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new CsrfField(token.getParameterName(), token.getHeaderName(), token.getToken())
                : CsrfField.NONE;
    }

    @Override
    public ZoneId zone(HttpServletRequest request) {
        return PermissionInterceptor.currentUser().isPresent()
                ? organization(request).timeZone()
                : ZoneOffset.UTC;
    }

    private Organization organization(HttpServletRequest request) {
        if (request.getAttribute(ORGANIZATION) instanceof Organization known) {
            return known;
        }
        Organization organization = organizations.current();
        request.setAttribute(ORGANIZATION, organization);
        return organization;
    }

    private static Viewer viewer(CurrentUser user, Organization organization) {
        return new Viewer(
                user.fullName(),
                user.email(),
                user.role().code(),
                organization.name(),
                organization.slug(),
                user.role().permissions().stream().map(Enum::name).collect(Collectors.toSet()));
    }
}
