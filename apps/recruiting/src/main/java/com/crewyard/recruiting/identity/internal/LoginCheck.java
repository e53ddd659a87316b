package com.crewyard.recruiting.identity.internal;

import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Logins.Outcome;
import com.crewyard.recruiting.identity.User;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

@Component
public class LoginCheck {

    private final UserStore users;
    private final Passwords passwords;
    private final LoginThrottle throttle;
    private final TransactionOperations transactions;
    private final Clock clock;
    /** Checked for unknown emails, so that they take as long as known ones. */
    private final String nobodysHash;

    LoginCheck(
            UserStore users,
            Passwords passwords,
            LoginThrottle throttle,
            TransactionOperations transactions,
            Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.throttle = throttle;
        this.transactions = transactions;
        this.clock = clock;
        this.nobodysHash =
                "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    }

    public Outcome logIn(String typedEmail, String password, String address) {
        String email = EmailAddresses.normalize(typedEmail);
        Optional<Duration> wait = throttle.waitFor(email, address);
        if (wait.isPresent()) {
            return new Outcome.Throttled(wait.get());
        }
        Optional<UserStore.Login> login =
                Tenancy.withKey(email, () -> transactions.execute(_ -> users.loginByEmail(email)));
        String hash = login.flatMap(UserStore.Login::passwordHash).orElse(nobodysHash);
        boolean matches = passwords.matches(password, hash);
        Optional<User> user = login.map(UserStore.Login::user).filter(User::active);
        if (!matches || user.isEmpty()) {
            throttle.recordFailure(email, address);
            return new Outcome.Refused();
        }
        throttle.clear(email, address);
        return new Outcome.Granted(granted(user.get()));
    }

    private CurrentUser granted(User user) {
        Tenancy.in(
                user.organization(),
                () -> transactions.executeWithoutResult(_ -> users.recordLogin(user.id(), clock.instant())));
        return new CurrentUser(user.id(), user.organization(), user.role(), user.email(), user.fullName());
    }
}
