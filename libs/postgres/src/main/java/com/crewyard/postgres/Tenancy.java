package com.crewyard.postgres;

import com.crewyard.kernel.OrganizationId;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The organization on whose behalf the current thread works. {@link TenantTransactionManager} hands it to PostgreSQL at
 * the start of each transaction; without one, row-level security shows no row of any organization.
 */
public final class Tenancy {

    private static final ScopedValue<OrganizationId> ORGANIZATION = ScopedValue.newInstance();
    private static final ScopedValue<String> KEY = ScopedValue.newInstance();

    private Tenancy() {}

    public static <T> T in(OrganizationId organization, Supplier<T> work) {
        return ScopedValue.where(ORGANIZATION, organization).call(work::get);
    }

    public static void in(OrganizationId organization, Runnable work) {
        ScopedValue.where(ORGANIZATION, organization).run(work);
    }

    /** Like {@link #in(OrganizationId, Supplier)} for work that declares an exception. */
    public static <T, X extends Throwable> T call(
            OrganizationId organization, ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(ORGANIZATION, organization).call(work);
    }

    /**
     * Lets transactions inside {@code work} read the few rows whose unguessable or public key is exactly {@code key},
     * before the organization is known: a login's email, an organization's slug, the hash of a private link.
     */
    public static <T> T withKey(String key, Supplier<T> work) {
        return ScopedValue.where(KEY, key).call(work::get);
    }

    public static Optional<OrganizationId> organization() {
        return ORGANIZATION.isBound() ? Optional.of(ORGANIZATION.get()) : Optional.empty();
    }

    /** @throws IllegalStateException outside of any organization */
    public static OrganizationId required() {
        return organization().orElseThrow(() -> new IllegalStateException("no organization in scope"));
    }

    static Optional<String> key() {
        return KEY.isBound() ? Optional.of(KEY.get()) : Optional.empty();
    }
}
