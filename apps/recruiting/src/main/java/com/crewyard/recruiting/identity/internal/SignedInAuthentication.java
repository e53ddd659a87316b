package com.crewyard.recruiting.identity.internal;

import com.crewyard.recruiting.identity.CurrentUser;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A request made by a known person, by session or by token. */
final class SignedInAuthentication extends AbstractAuthenticationToken {

    private final transient CurrentUser user;

    SignedInAuthentication(CurrentUser user) {
        super(List.of(new SimpleGrantedAuthority("ROLE_" + user.role().name())));
        this.user = user;
        setAuthenticated(true);
    }

    CurrentUser user() {
        return user;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return user;
    }

    @Override
    public String getName() {
        return user.email();
    }
}
