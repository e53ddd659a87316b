package com.crewyard.deployment.schema;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What earlier statements tell about the names in later ones. */
final class Known {

    private final Set<String> older = new HashSet<>();
    private final Set<String> created = new HashSet<>();
    private final Map<String, String> indexes = new HashMap<>();

    /** A table, view, sequence, type or function of a file that ran before. */
    void older(String name) {
        older.add(name);
    }

    /** @param ifMissing whether it may have been there already */
    void created(String name, boolean ifMissing) {
        if (!ifMissing || !older.contains(name)) {
            created.add(name);
        }
    }

    /** Whether nobody else knows it yet, so that what happens to it is nobody's business. */
    boolean isNew(String name) {
        return created.contains(name);
    }

    /** Where a name without a schema leads to is not known any longer. */
    void forgetUnqualified() {
        created.removeIf(name -> name.indexOf('.') < 0);
    }

    void index(String index, String table) {
        indexes.put(index, table);
    }

    /** Names of indexes carry no schema where they are made, and one where they are dropped. */
    Optional<String> tableOf(String index) {
        return Optional.ofNullable(indexes.get(index.substring(index.lastIndexOf('.') + 1)));
    }
}
