package com.crewyard.deployment.secrets;

import com.crewyard.deployment.catalog.Audit;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.secrets.SecretKeys.Sealed;
import com.crewyard.deployment.secrets.internal.Providers;
import com.crewyard.deployment.targets.EnvironmentRef;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The secrets of environments. Values leave it for a deployment only. */
public final class Secrets implements SecretOperations {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");
    private static final int LONGEST = 64 << 10;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Function<String, Optional<String>> variables;
    private final Providers providers;

    /** @param variables of the engine's environment: keys, and what providers need to know */
    public Secrets(JdbcClient jdbc, TransactionTemplate transaction, Function<String, Optional<String>> variables) {
        this.jdbc = jdbc;
        this.audit = new Audit(jdbc);
        this.transaction = transaction;
        this.variables = variables;
        this.providers = new Providers(variables);
    }

    @Override
    public void set(EnvironmentRef ref, String name, String value, String actor) {
        requireName(name);
        if (value.isEmpty() || value.length() > LONGEST || value.indexOf('\0') >= 0) {
            throw RefusedException.input("The value of %s has %d characters; give 1 to %d, without the character 0."
                    .formatted(name, value.length(), LONGEST));
        }
        Sealed sealed = keys().seal(value, belongs(ref, name));
        put(ref, name, sealed, null, actor);
    }

    @Override
    public void refer(EnvironmentRef ref, String name, String reference, String actor) {
        requireName(name);
        put(ref, name, null, SecretReference.parse(reference).toString(), actor);
    }

    private void put(
            EnvironmentRef ref, String name, @Nullable Sealed sealed, @Nullable String reference, String actor) {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("""
                insert into deploy.secret (application, environment, name, key, sealed, reference, updated_by)
                values (:application, :environment, :name, :key, :sealed, :reference, :actor)
                on conflict (application, environment, name) do update
                set key = excluded.key, sealed = excluded.sealed, reference = excluded.reference,
                    updated_by = excluded.updated_by, updated_at = now()\
                """)
                    .param("application", ref.application())
                    .param("environment", ref.environment())
                    .param("name", name)
                    .param("key", sealed == null ? null : sealed.key())
                    .param("sealed", sealed == null ? null : sealed.bytes())
                    .param("reference", reference)
                    .param("actor", actor)
                    .update();
            audit.write(
                    List.of(ref.toString()),
                    actor,
                    "secret",
                    "%s: %s".formatted(ref, reference == null ? name : name + " from " + reference));
        });
    }

    @Override
    public List<SecretLine> list(EnvironmentRef ref) {
        return jdbc.sql("""
            select name, reference, key, updated_by, updated_at from deploy.secret
            where application = ? and environment = ? order by name\
            """)
                .params(ref.application(), ref.environment())
                .query((row, _) -> new SecretLine(
                        row.getString("name"),
                        Optional.ofNullable(row.getString("reference")),
                        Optional.ofNullable(row.getString("key")),
                        row.getString("updated_by"),
                        row.getTimestamp("updated_at").toInstant()))
                .list();
    }

    @Override
    public void delete(EnvironmentRef ref, String name, String actor) {
        transaction.executeWithoutResult(_ -> {
            int gone = jdbc.sql("delete from deploy.secret where application = ? and environment = ? and name = ?")
                    .params(ref.application(), ref.environment(), name)
                    .update();
            if (gone == 0) {
                throw RefusedException.notFound("%s has no secret %s; ./crewyard secret list %s shows those it has."
                        .formatted(ref, name, ref.environment()));
            }
            audit.write(List.of(ref.toString()), actor, "secret-deleted", "%s: %s".formatted(ref, name));
        });
    }

    @Override
    public int rotate(String actor) {
        SecretKeys keys = keys();
        return Objects.requireNonNull(transaction.execute(_ -> {
            List<Kept> old =
                    kept("where sealed is not null and key is distinct from :current for update", keys.current());
            old.forEach(secret -> {
                Sealed sealed = keys.seal(keys.open(secret.sealed(), secret.belongs()), secret.belongs());
                jdbc.sql("update deploy.secret set key = ?, sealed = ? where id = ?")
                        .params(sealed.key(), sealed.bytes(), secret.id())
                        .update();
            });
            audit.write(actor, "secrets-rotated", "%d secrets".formatted(old.size()));
            return old.size();
        }));
    }

    /** Names that have a value or a reference. */
    public Set<String> names(EnvironmentRef ref) {
        return list(ref).stream().map(SecretLine::name).collect(Collectors.toSet());
    }

    /**
     * The values of those among some names that there are, opened or looked up now.
     *
     * @throws RefusedException when one cannot be had; the sentence names the secret and no value
     */
    public Map<String, String> values(EnvironmentRef ref, Collection<String> names) {
        Map<String, String> values = new TreeMap<>();
        SecretKeys keys = keys();
        jdbc.sql("""
            select id, application, environment, name, key, sealed, reference from deploy.secret
            where application = ? and environment = ? and name = any(?)\
            """)
                .params(ref.application(), ref.environment(), names.toArray(String[]::new))
                .query((row, _) -> {
                    String name = row.getString("name");
                    String reference = row.getString("reference");
                    String value = reference == null
                            ? keys.open(new Sealed(row.getString("key"), row.getBytes("sealed")), belongs(ref, name))
                            : providers.value(belongs(ref, name), SecretReference.parse(reference));
                    return values.put(name, value) == null;
                })
                .list();
        return values;
    }

    private record Kept(long id, String belongs, Sealed sealed) {}

    private List<Kept> kept(String where, Optional<String> current) {
        return jdbc.sql("select id, application, environment, name, key, sealed from deploy.secret " + where)
                .param("current", current.orElse(""))
                .query((row, _) -> new Kept(
                        row.getLong("id"),
                        belongs(
                                new EnvironmentRef(row.getString("application"), row.getString("environment")),
                                row.getString("name")),
                        new Sealed(row.getString("key"), row.getBytes("sealed"))))
                .list();
    }

    private SecretKeys keys() {
        return SecretKeys.of(variables);
    }

    private static String belongs(EnvironmentRef ref, String name) {
        return ref + "/" + name;
    }

    private static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw RefusedException.input(
                    "\"%s\" is not a name for a secret; use letters, digits and underscores, such as DATABASE_PASSWORD."
                            .formatted(name));
        }
    }
}
