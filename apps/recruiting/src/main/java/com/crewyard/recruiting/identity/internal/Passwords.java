package com.crewyard.recruiting.identity.internal;

import com.crewyard.kernel.Violations;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with the parameters of the OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane. As many at a
 * time as there are processors, so that a burst of log-ins takes its turn rather than all memory.
 */
@Component
class Passwords {

    private static final int SHORTEST = 8;
    /** Bounds the work of hashing; far above what people or their password managers use. */
    private static final int LONGEST = 1024;

    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    static void check(Violations violations, String password) {
        violations.require(
                password.length() >= SHORTEST,
                "password",
                "A password has at least 8 characters; this one has %d.".formatted(password.length()));
        violations.require(password.length() <= LONGEST, "password", "A password has at most 1,024 characters.");
    }

    String hash(String password) {
        return inTurn(() -> String.valueOf(encoder.encode(password)));
    }

    boolean matches(String password, String hash) {
        return password.length() <= LONGEST && inTurn(() -> encoder.matches(password, hash));
    }

    private <T> T inTurn(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
