package com.crewyard.recruiting.identity.internal;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.OrganizationId;
import com.crewyard.kernel.Problem;
import com.crewyard.kernel.UserId;
import com.crewyard.kernel.Violations;
import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.activity.Actor;
import com.crewyard.recruiting.activity.Happening;
import com.crewyard.recruiting.activity.Journal;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.People.Invitation;
import com.crewyard.recruiting.identity.Role;
import com.crewyard.recruiting.identity.User;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

@Component
public class Membership {

    private static final Duration INVITATION_LASTS = Duration.ofDays(14);
    /** How long another process may still see a role that was taken away. */
    private static final Duration CACHED_FOR = Duration.ofSeconds(2);

    private final UserStore users;
    private final Passwords passwords;
    private final Journal journal;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final Cache<UserId, Optional<CurrentUser>> cache = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(CACHED_FOR)
            .build();

    Membership(UserStore users, Passwords passwords, Journal journal, TransactionOperations transactions, Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
    }

    public List<User> all() {
        return inTransaction(users::all);
    }

    public Optional<User> find(UserId id) {
        return inTransaction(() -> users.find(id));
    }

    public Optional<CurrentUser> current(OrganizationId organization, UserId id) {
        Optional<CurrentUser> user = cache.get(
                id,
                _ -> Tenancy.in(organization, () -> find(id))
                        .filter(User::active)
                        .map(Membership::current));
        return user.filter(found -> found.organization().equals(organization));
    }

    public Invitation invite(CurrentUser inviter, String typedEmail, String typedName, Role role) {
        String email = EmailAddresses.normalize(typedEmail);
        Violations violations = new Violations();
        EmailAddresses.check(violations, "email", email);
        violations.require(role != Role.CANDIDATE, "role", "Candidates apply; they are not invited.");
        violations.throwIfAny();
        String fullName = typedName.isBlank() ? EmailAddresses.mailbox(email) : typedName.strip();
        return inTransaction(() -> {
            UserId id = users.insert(email, fullName, role, Optional.empty())
                    .orElseThrow(() -> CrewyardException.of(
                            Problem.INCONSISTENT, "The email %s already has an account.".formatted(email)));
            String token = newInvitation(id);
            journal.append(
                    inviter.actor(),
                    Happening.of("user.invited").with("user", id.value()).with("role", role.code()));
            return new Invitation(users.find(id).orElseThrow(), token);
        });
    }

    public Invitation inviteAgain(CurrentUser inviter, UserId id) {
        return inTransaction(() -> {
            User user = required(id);
            if (user.joined()) {
                throw CrewyardException.of(Problem.INCONSISTENT, "%s has already joined.".formatted(user.fullName()));
            }
            users.deleteInvitations(id);
            String token = newInvitation(id);
            journal.append(inviter.actor(), Happening.of("user.invited").with("user", id.value()));
            return new Invitation(user, token);
        });
    }

    public Optional<User> invited(String token) {
        return openInvitation(token).flatMap(open -> Tenancy.in(open.organization(), () -> find(open.user())));
    }

    public CurrentUser accept(String token, String typedName, String password) {
        UserStore.OpenInvitation open = openInvitation(token)
                .orElseThrow(() -> CrewyardException.of(
                        Problem.NOT_FOUND, "This invitation was used or has expired; ask for a new one."));
        String fullName = typedName.strip();
        Violations violations = new Violations();
        violations.require(!fullName.isEmpty(), "full_name", "Tell your colleagues your name.");
        Passwords.check(violations, password);
        violations.throwIfAny();
        String hash = passwords.hash(password);
        return Tenancy.in(
                open.organization(),
                () -> inTransaction(() -> {
                    if (!users.deleteInvitations(open.user())) {
                        throw CrewyardException.of(
                                Problem.NOT_FOUND, "This invitation was used a moment ago; log in instead.");
                    }
                    users.join(open.user(), fullName, hash);
                    User user = required(open.user());
                    journal.append(
                            Actor.user(user.id(), user.fullName()),
                            Happening.of("user.joined").with("user", user.id().value()));
                    return current(user);
                }));
    }

    public void changeRole(CurrentUser by, UserId id, Role role) {
        inTransaction(() -> {
            User user = required(id);
            refuseLastAdministrator(user, role != Role.ORG_ADMIN);
            users.changeRole(id, role);
            journal.append(
                    by.actor(),
                    Happening.of("user.role_changed")
                            .with("user", id.value())
                            .with("from", user.role().code())
                            .with("to", role.code()));
            return id;
        });
        cache.invalidate(id);
    }

    public void changeDisabled(CurrentUser by, UserId id, boolean disabled) {
        inTransaction(() -> {
            refuseLastAdministrator(required(id), disabled);
            users.changeDisabled(id, disabled ? Optional.of(clock.instant()) : Optional.empty());
            journal.append(
                    by.actor(),
                    Happening.of(disabled ? "user.disabled" : "user.enabled").with("user", id.value()));
            return id;
        });
        cache.invalidate(id);
    }

    private void refuseLastAdministrator(User user, boolean losesTheRole) {
        boolean countsAsAdministrator = user.role() == Role.ORG_ADMIN && user.active();
        if (losesTheRole && countsAsAdministrator && users.lockActiveAdministrators() <= 1) {
            throw CrewyardException.of(
                    Problem.INCONSISTENT,
                    "%s is the last administrator; make somebody else one first.".formatted(user.fullName()));
        }
    }

    private String newInvitation(UserId id) {
        String token = Digests.newSecret();
        users.insertInvitation(id, Digests.sha256Hex(token), clock.instant().plus(INVITATION_LASTS));
        return token;
    }

    private Optional<UserStore.OpenInvitation> openInvitation(String token) {
        String digest = Digests.sha256Hex(token);
        return Tenancy.withKey(digest, () -> inTransaction(() -> users.invitation(digest, clock.instant())));
    }

    private User required(UserId id) {
        return users.find(id).orElseThrow(() -> CrewyardException.notFound("User", id));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return transactions.execute(_ -> work.get());
    }

    private static CurrentUser current(User user) {
        return new CurrentUser(user.id(), user.organization(), user.role(), user.email(), user.fullName());
    }
}
