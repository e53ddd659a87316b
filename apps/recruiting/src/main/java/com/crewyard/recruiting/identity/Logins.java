package com.crewyard.recruiting.identity;

import com.crewyard.recruiting.identity.internal.LoginCheck;
import java.time.Duration;
import org.springframework.stereotype.Service;

/** Proof of who somebody is, by email and password. */
@Service
public class Logins {

    private final LoginCheck check;

    Logins(LoginCheck check) {
        this.check = check;
    }

    /** What came of a log-in. */
    public sealed interface Outcome {
        /** The person is who they say. */
        record Granted(CurrentUser user) implements Outcome {}

        /** No such person, a wrong password, or a disabled account: the answer never says which. */
        record Refused() implements Outcome {}

        /** Too many failures from this address for this person. */
        record Throttled(Duration retryAfter) implements Outcome {}
    }

    /** @param address the client's network address, part of what is throttled */
    public Outcome logIn(String email, String password, String address) {
        return check.logIn(email, password, address);
    }
}
