package com.crewyard.recruiting.identity.internal;

import com.crewyard.recruiting.identity.CurrentUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;

@Component
public class SessionDoor {

    private final SessionUsers sessions;

    SessionDoor(SessionUsers sessions) {
        this.sessions = sessions;
    }

    public void open(CurrentUser user, HttpServletRequest request, HttpServletResponse response) {
        HttpSession former = request.getSession(false);
        if (former != null) {
            former.invalidate();
        }
        SecurityContextImpl context = new SecurityContextImpl(new SignedInAuthentication(user));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }

    public void close(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }
}
