package com.crewyard.recruiting.identity;

import com.crewyard.recruiting.identity.internal.Registrar;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** A new organization with its first person, who administers it. */
@Service
public class Registration {

    private final Registrar registrar;

    Registration(Registrar registrar) {
        this.registrar = registrar;
    }

    /**
     * @param email the log-in, unique over all organizations
     * @param password at least 8 characters, nothing more asked of it
     * @param fullName the mailbox part of the email when empty
     */
    public record Request(String email, String password, Optional<String> fullName, String organizationName) {}

    /** @throws com.crewyard.kernel.CrewyardException when a field does not hold, or the email is taken */
    public User register(Request request) {
        return registrar.register(request, false);
    }

    /** An organization of made-up people, which production refuses to hold. */
    public User registerDemonstration(Request request) {
        return registrar.register(request, true);
    }
}
