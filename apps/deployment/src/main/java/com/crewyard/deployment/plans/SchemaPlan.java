package com.crewyard.deployment.plans;

import com.crewyard.deployment.catalog.SqlFile;
import com.crewyard.deployment.catalog.SqlFiles;
import com.crewyard.deployment.releases.Configuration;
import com.crewyard.deployment.releases.Configuration.Command;
import com.crewyard.deployment.releases.Configuration.MigrationFile;
import com.crewyard.deployment.releases.Release;
import com.crewyard.deployment.schema.SchemaReview;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells what migrations do to the schema that releases share: their new files, the locks, and who can live with it. */
final class SchemaPlan {

    private static final int NAMED_FILES = 10;

    private final int number;
    private final Optional<Release> live;
    private final Map<String, SqlFiles> sql;

    /** @param number of the release to come */
    SchemaPlan(int number, Optional<Release> live, Map<String, SqlFiles> sql) {
        this.number = number;
        this.live = live;
        this.sql = sql;
    }

    List<String> of(String half, Command command) {
        return switch (sql.getOrDefault(half, new SqlFiles.Unnamed())) {
            case SqlFiles.Unnamed _ ->
                List.of("what %s does to the schema cannot be told; migrations.%s.sql may say which files it applies"
                        .formatted(half, half));
            case SqlFiles.Elsewhere _ ->
                List.of("what %s does to the schema cannot be told; its files lie beside the app spec, which came alone"
                        .formatted(half));
            case SqlFiles.Read(List<SqlFile> all)
            when live.isEmpty() ->
                List.of("%s of SQL, and nothing is live that they could block".formatted(files(all.size())));
            case SqlFiles.Read(List<SqlFile> all) -> compared(half, all, command);
        };
    }

    private List<String> compared(String half, List<SqlFile> all, Command command) {
        Release former = live.orElseThrow();
        List<MigrationFile> before = former.configuration().migrations().get(half);
        if (before == null) {
            return List.of(
                    "which of %s of SQL are new cannot be told, nor what they lock and whether release %d can live with them, for it was deployed without a list of its files"
                            .formatted(files(all.size()), former.number()));
        }
        Map<String, String> digests =
                before.stream().collect(Collectors.toMap(MigrationFile::name, MigrationFile::digest));
        Function<SqlFile, Optional<String>> digest = file -> Optional.ofNullable(digests.get(file.name()));
        List<String> lines = new ArrayList<>();
        List<SqlFile> changed = all.stream()
                .filter(file -> digest.apply(file)
                        .filter(was -> !was.equals(MigrationFile.of(file).digest()))
                        .isPresent())
                .toList();
        List<SqlFile> fresh = all.stream()
                .filter(file -> digest.apply(file).isEmpty() || (changed.contains(file) && file.isRepeated()))
                .toList();
        lines.add(
                fresh.isEmpty()
                        ? "no file of SQL is new since release %d".formatted(former.number())
                        : "new since release %d: %s"
                                .formatted(
                                        former.number(),
                                        names(fresh.stream().map(SqlFile::name).toList())));
        changes(former, before, all, changed).forEach(lines::add);
        if (!fresh.isEmpty()) {
            List<SqlFile> older = older(half, all, fresh);
            lines.addAll(reviewed(half, older, fresh, former, command));
        }
        return lines;
    }

    /** Files that a tool has applied are to stay as they are; what becomes of others depends on the tool. */
    private static List<String> changes(
            Release former, List<MigrationFile> before, List<SqlFile> all, List<SqlFile> changed) {
        List<String> lines = new ArrayList<>();
        List<String> altered = changed.stream()
                .filter(file -> !file.isRepeated())
                .map(SqlFile::name)
                .toList();
        if (!altered.isEmpty()) {
            lines.add("changed since release %d, which had applied it, so tools refuse it or pass over it: %s"
                    .formatted(former.number(), names(altered)));
        }
        List<String> there = all.stream().map(SqlFile::name).toList();
        List<String> vanished = before.stream()
                .map(MigrationFile::name)
                .filter(name -> !there.contains(name))
                .toList();
        if (!vanished.isEmpty()) {
            lines.add("gone since release %d: %s".formatted(former.number(), names(vanished)));
        }
        return lines;
    }

    /** What made the schema that the new ones find: by the time of a contraction, every expansion. */
    private List<SqlFile> older(String half, List<SqlFile> all, List<SqlFile> fresh) {
        List<SqlFile> older = new ArrayList<>();
        if (half.equals(Configuration.CONTRACT)
                && sql.get(Configuration.EXPAND) instanceof SqlFiles.Read(List<SqlFile> expand)) {
            older.addAll(expand);
        }
        all.stream().filter(file -> !fresh.contains(file)).forEach(older::add);
        return older;
    }

    private List<String> reviewed(
            String half, List<SqlFile> older, List<SqlFile> fresh, Release former, Command command) {
        SchemaReview review = SchemaReview.of(older, fresh);
        List<String> lines = new ArrayList<>(review.locks());
        if (review.blocks() && Planner.lockTimeout(command).isEmpty()) {
            lines.add(
                    "without lock_timeout, everybody waits behind a statement that waits for its lock; set migrations.%s.lock_timeout"
                            .formatted(half));
        }
        if (half.equals(Configuration.EXPAND)) {
            lines.addAll(verdict(review, former));
        }
        return lines;
    }

    private List<String> verdict(SchemaReview review, Release former) {
        List<String> lines = new ArrayList<>();
        review.risks().forEach(risk -> lines.add("release %d may fail with it: %s".formatted(former.number(), risk)));
        review.unknown()
                .forEach(unknown -> lines.add(
                        "whether release %d can live with it cannot be told: %s".formatted(former.number(), unknown)));
        if (lines.isEmpty()) {
            lines.add("releases %d and %d can both live with the schema".formatted(former.number(), number));
        }
        return lines;
    }

    private static String names(List<String> names) {
        return names.size() > NAMED_FILES
                ? "%s and %d more"
                        .formatted(String.join(", ", names.subList(0, NAMED_FILES)), names.size() - NAMED_FILES)
                : String.join(", ", names);
    }

    private static String files(int count) {
        return count == 1 ? "1 file" : String.format(Locale.ROOT, "%,d files", count);
    }
}
