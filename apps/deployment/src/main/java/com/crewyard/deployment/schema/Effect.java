package com.crewyard.deployment.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a statement does to whoever uses the schema meanwhile and afterwards. Made by one reading of the statement. */
final class Effect {

    private final String what;
    private final Map<String, LockMode> locks = new LinkedHashMap<>();
    private final Set<String> instead = new LinkedHashSet<>();
    private final List<String> risks = new ArrayList<>();
    private final Set<String> conditions = new LinkedHashSet<>();
    private Hold hold = Hold.MOMENT;
    private Optional<String> unknown = Optional.empty();

    /** @param what the statement is, such as {@code CREATE INDEX on jobs.job} */
    Effect(String what) {
        this.what = what;
    }

    /** The strictest of several on one table is what counts. */
    Effect locks(String table, LockMode mode) {
        locks.merge(table, mode, (one, other) -> one.compareTo(other) >= 0 ? one : other);
        return this;
    }

    Effect holds(Hold longer) {
        hold = hold.atLeast(longer);
        return this;
    }

    /** @param condition under which it takes a moment only */
    Effect unless(String condition) {
        conditions.add(condition);
        return this;
    }

    /** @param way that is known to block less */
    Effect instead(String way) {
        instead.add(way);
        return this;
    }

    /** @param reason why a release from before may fail, as what the statement does: "drops the column age of job" */
    Effect risks(String reason) {
        risks.add(reason);
        return this;
    }

    /** @param reason why nobody can tell from the statement alone, half a sentence */
    Effect unknown(String reason) {
        unknown = Optional.of(reason);
        return this;
    }

    String what() {
        return what;
    }

    Map<String, LockMode> locks() {
        return locks;
    }

    Set<String> instead() {
        return instead;
    }

    List<String> risks() {
        return risks;
    }

    Set<String> conditions() {
        return conditions;
    }

    Hold hold() {
        return hold;
    }

    Optional<String> unknown() {
        return unknown;
    }

    boolean blocks() {
        return locks.values().stream().anyMatch(LockMode::blocksWrites);
    }

    /** Whether a person wants to know of it before it runs. */
    boolean isWorthTelling() {
        return blocks() || hold != Hold.MOMENT || !risks.isEmpty() || unknown.isPresent();
    }
}
