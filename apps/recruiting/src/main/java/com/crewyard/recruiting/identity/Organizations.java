package com.crewyard.recruiting.identity;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.OrganizationId;
import com.crewyard.kernel.Problem;
import com.crewyard.kernel.Violations;
import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.identity.internal.OrganizationStore;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** The tenants. */
@Service
public class Organizations {

    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ABOUT = 20_000;

    private final OrganizationStore store;
    private final TransactionOperations transactions;

    Organizations(OrganizationStore store, TransactionOperations transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    /** What an administrator may change. */
    public record Changes(
            String name, String about, Optional<String> websiteUrl, String themeColor, String timeZone, int version) {}

    /** For public pages, before any organization is in scope. */
    public Optional<Organization> bySlug(String slug) {
        return Tenancy.withKey(slug, () -> transactions.execute(_ -> store.bySlug(slug)));
    }

    @Transactional(readOnly = true)
    public Organization current() {
        return store.current();
    }

    /** Every tenant, for work that goes through all of them one by one. */
    @Transactional(readOnly = true)
    public List<OrganizationId> all() {
        return store.all();
    }

    @Transactional
    public Organization change(Changes changes) {
        Violations violations = new Violations();
        String name = changes.name().strip();
        violations.require(!name.isEmpty() && name.length() <= LONGEST_NAME, "name", "A name has 1 to 200 characters.");
        violations.require(
                changes.about().length() <= LONGEST_ABOUT, "about", "This text has at most 20,000 characters.");
        violations.require(
                COLOR.matcher(changes.themeColor()).matches(),
                "theme_color",
                "\"%s\" is not a colour like #1f4d7a.".formatted(changes.themeColor()));
        violations.require(
                java.time.ZoneId.getAvailableZoneIds().contains(changes.timeZone()),
                "time_zone",
                "\"%s\" is not a time zone like Europe/Berlin.".formatted(changes.timeZone()));
        violations.throwIfAny();
        if (!store.update(changes)) {
            throw CrewyardException.of(
                    Problem.STALE, "Somebody changed these settings since you opened them; reload and try again.");
        }
        return store.current();
    }

    @Transactional
    public void changeLogo(Optional<String> sha256) {
        store.updateLogo(sha256);
    }
}
