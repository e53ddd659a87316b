package com.crewyard.deployment.catalog;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The order in which migrations are applied: {@code V1__x}, {@code V1.2__y}, {@code V10__z} by version, then others by name,
 * then {@code R__w}, which are repeated whenever they change. Files that undo others are not applied.
 *
 * @see <a href="https://documentation.red-gate.com/fd/migrations-271585107.html">Flyway, migrations</a>
 */
final class SqlFileOrder {

    private static final Pattern VERSIONED =
            Pattern.compile("V(\\d+(?:[._]\\d+)*)__.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern REPEATABLE = Pattern.compile("R__.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Flyway's undo migrations, and the lower halves of golang-migrate's pairs. */
    private static final Pattern UNDO =
            Pattern.compile("U\\d+(?:[._]\\d+)*__.*|.*\\.down\\.sql", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Comparator<SqlFile> ORDER = Comparator.<SqlFile>comparingInt(file -> rank(base(file.name())))
            .thenComparing(file -> version(base(file.name())), SqlFileOrder::compare)
            .thenComparing(file -> base(file.name()))
            .thenComparing(SqlFile::name);

    private SqlFileOrder() {}

    static List<SqlFile> sorted(List<SqlFile> files) {
        return files.stream().sorted(ORDER).toList();
    }

    static boolean isApplied(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".sql")
                && !UNDO.matcher(base(name)).matches();
    }

    static boolean isRepeated(String name) {
        return REPEATABLE.matcher(base(name)).matches();
    }

    private static String base(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static int rank(String name) {
        return VERSIONED.matcher(name).matches() ? 0 : REPEATABLE.matcher(name).matches() ? 2 : 1;
    }

    private static String version(String name) {
        Matcher versioned = VERSIONED.matcher(name);
        return versioned.matches() ? versioned.group(1) : "";
    }

    /** Part by part as numbers; a part that is missing is 0. */
    private static int compare(String one, String other) {
        String[] left = one.split("[._]", -1);
        String[] right = other.split("[._]", -1);
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            int order = part(left, i).compareTo(part(right, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static BigInteger part(String[] parts, int index) {
        return index < parts.length && !parts[index].isEmpty() ? new BigInteger(parts[index]) : BigInteger.ZERO;
    }
}
