package com.crewyard.recruiting.identity;

import com.crewyard.recruiting.identity.internal.SessionDoor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Service;

/** Signing in to, and out of, the pages. */
@Service
public class Sessions {

    private final SessionDoor door;

    Sessions(SessionDoor door) {
        this.door = door;
    }

    /** Signs the person in under a new session identifier. */
    public void signIn(CurrentUser user, HttpServletRequest request, HttpServletResponse response) {
        door.open(user, request, response);
    }

    public void signOut(HttpServletRequest request) {
        door.close(request);
    }
}
