package com.crewyard.deployment.catalog;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpecReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An app spec in a file.
 *
 * @param text as it stands there
 * @param base what paths in it are relative to: its folder, or the one above when that is called {@code deploy}
 * @param sent the SQL of its migrations by half, when that came along and lies nowhere below the base; none of a half says
 *     that it did not come
 */
public record AppFile(Path file, Path base, String text, AppSpec spec, Optional<Map<String, List<SqlFile>>> sent) {

    /** A file in each folder that an engine keeps its state in. */
    public static final String STATE_MARKER = ".crewyard-state";

    /** @throws RefusedException with every finding, when it cannot be used */
    public static AppFile read(Path file) {
        SourceFile source = SourceFile.read(file, "name an app spec with --app");
        return of(file, source.base(), source.text());
    }

    /**
     * An app spec that came from elsewhere.
     *
     * @param file what it is called in messages
     * @throws RefusedException with every finding, when it cannot be used
     */
    public static AppFile of(Path file, Path base, String text) {
        AppSpecReader.Reading reading = AppSpecReader.read(file.toString(), text);
        if (!reading.usable()) {
            List<Finding> errors =
                    reading.findings().stream().filter(Finding::isError).toList();
            throw new RefusedException(
                    RefusedException.Reason.INPUT,
                    "%s cannot be used.".formatted(file),
                    errors.stream().map(Finding::toString).toList());
        }
        return new AppFile(file, base, text, reading.spec(), Optional.empty());
    }

    /** The same, whose files of SQL lie elsewhere. */
    public AppFile with(Map<String, List<SqlFile>> sql) {
        return new AppFile(file, base, text, spec, Optional.of(Map.copyOf(sql)));
    }

    /** The SQL of its migrations by half, of those halves whose files lie here. */
    public Map<String, List<SqlFile>> readableSql() {
        Map<String, List<SqlFile>> sql = new TreeMap<>();
        spec.migrations().halves().forEach((name, half) -> addReadable(name, half, sql));
        return sql;
    }

    /** Who sends an app spec to a server may have nothing but the app spec. */
    private void addReadable(String name, AppSpec.Migration half, Map<String, List<SqlFile>> sql) {
        boolean there = half.sql().stream().allMatch(path -> Files.exists(base.resolve(path)));
        if (there && SqlFiles.of(this, name, half) instanceof SqlFiles.Read(List<SqlFile> all)) {
            sql.put(name, all);
        }
    }

    /** @throws RefusedException naming those there are */
    public AppSpec.Environment environment(String name) {
        AppSpec.Environment environment = spec.environments().get(name);
        if (environment == null) {
            throw RefusedException.input(
                    spec.environments().isEmpty()
                            ? "%s has no environments; add one, such as environments: {%s: {target: process}}."
                                    .formatted(file, name)
                            : "%s has no environment \"%s\"; it has %s."
                                    .formatted(
                                            file,
                                            name,
                                            String.join(
                                                    ", ", spec.environments().keySet())));
        }
        return environment;
    }
}
