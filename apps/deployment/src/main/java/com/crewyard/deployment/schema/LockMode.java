package com.crewyard.deployment.schema;

/**
 * Locks on tables, the weakest first.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES">Table-level locks</a>, whose
 *     table of conflicts says what each blocks: reads take ACCESS SHARE, writes ROW EXCLUSIVE
 */
enum LockMode {
    ACCESS_SHARE,
    ROW_SHARE,
    ROW_EXCLUSIVE,
    SHARE_UPDATE_EXCLUSIVE,
    SHARE,
    SHARE_ROW_EXCLUSIVE,
    EXCLUSIVE,
    ACCESS_EXCLUSIVE;

    boolean blocksWrites() {
        return compareTo(SHARE) >= 0;
    }

    boolean blocksReads() {
        return this == ACCESS_EXCLUSIVE;
    }

    /** As the documentation writes it. */
    @Override
    public String toString() {
        return name().replace('_', ' ');
    }
}
