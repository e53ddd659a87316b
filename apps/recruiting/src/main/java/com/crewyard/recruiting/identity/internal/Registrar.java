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
import com.crewyard.recruiting.identity.Registration.Request;
import com.crewyard.recruiting.identity.Role;
import com.crewyard.recruiting.identity.User;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

@Component
public class Registrar {

    private static final int LONGEST_ORGANIZATION_NAME = 200;

    private final OrganizationStore organizations;
    private final UserStore users;
    private final Passwords passwords;
    private final Journal journal;
    private final TransactionOperations transactions;

    Registrar(
            OrganizationStore organizations,
            UserStore users,
            Passwords passwords,
            Journal journal,
            TransactionOperations transactions) {
        this.organizations = organizations;
        this.users = users;
        this.passwords = passwords;
        this.journal = journal;
        this.transactions = transactions;
    }

    public User register(Request request, boolean demonstration) {
        String email = EmailAddresses.normalize(request.email());
        String organizationName = request.organizationName().strip();
        Violations violations = new Violations();
        EmailAddresses.check(violations, "email", email);
        Passwords.check(violations, request.password());
        violations.require(
                !organizationName.isEmpty() && organizationName.length() <= LONGEST_ORGANIZATION_NAME,
                "org_name",
                "An organization's name has 1 to 200 characters.");
        violations.throwIfAny();
        String hash = passwords.hash(request.password());
        String fullName = request.fullName()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> EmailAddresses.mailbox(email));
        OrganizationId organization = transactions.execute(_ -> organizations.nextId());
        return Tenancy.in(
                organization,
                () -> transactions.execute(
                        _ -> create(organization, organizationName, email, fullName, hash, demonstration)));
    }

    private User create(
            OrganizationId organization,
            String organizationName,
            String email,
            String fullName,
            String hash,
            boolean demonstration) {
        insertUnderFreeSlug(organization, organizationName, demonstration);
        UserId id = users.insert(email, fullName, Role.ORG_ADMIN, Optional.of(hash))
                .orElseThrow(() -> CrewyardException.of(
                        Problem.INCONSISTENT, "The email %s is already registered; log in instead.".formatted(email)));
        journal.open();
        journal.append(Actor.user(id, fullName), Happening.of("organization.registered"));
        return users.find(id).orElseThrow();
    }

    private void insertUnderFreeSlug(OrganizationId organization, String name, boolean demonstration) {
        String slug = Slugs.of(name);
        for (int number = 1; ; number++) {
            String candidate = number == 1 ? slug : slug + "-" + number;
            if (organizations.insert(organization, name, candidate, demonstration)) {
                return;
            }
        }
    }
}
