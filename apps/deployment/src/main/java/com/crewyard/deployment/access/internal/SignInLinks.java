package com.crewyard.deployment.access.internal;

import com.crewyard.deployment.access.SignInLink;
import org.springframework.stereotype.Component;

@Component
class SignInLinks implements SignInLink {

    private final Sessions sessions;

    SignInLinks(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public String path() {
        return "/sign-in?code=" + sessions.code();
    }
}
