package com.crewyard.deployment.schema;

import com.crewyard.deployment.catalog.SqlFile;
import java.util.ArrayList;
import java.util.List;

/**
 * What new files of SQL do to whoever works with the schema.
 *
 * @param locks what they lock, for how long and whom that blocks, a sentence for each statement worth one, with its line
 * @param blocks whether anybody may wait for one of them
 * @param risks what a release from before may fail at, each with its line
 * @param unknown what cannot be told, each with its line
 */
public record SchemaReview(List<String> locks, boolean blocks, List<String> risks, List<String> unknown) {

    private static final int MOST_LINES = 60;

    /** @param older what made the schema that the new ones find, in its order */
    public static SchemaReview of(List<SqlFile> older, List<SqlFile> fresh) {
        Classifier classifier = new Classifier();
        older.forEach(file -> Statements.of(file.text()).all().forEach(classifier::learn));
        List<String> locks = new ArrayList<>();
        List<String> risks = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        boolean blocks = false;
        for (SqlFile file : fresh) {
            FileReview review = FileReview.of(file, classifier);
            locks.addAll(review.locks());
            risks.addAll(review.risks());
            unknown.addAll(review.unknown());
            blocks |= review.blocks();
        }
        return new SchemaReview(shortened(locks), blocks, shortened(risks), shortened(unknown));
    }

    private static List<String> shortened(List<String> lines) {
        if (lines.size() <= MOST_LINES) {
            return List.copyOf(lines);
        }
        List<String> first = new ArrayList<>(lines.subList(0, MOST_LINES));
        first.add("and %d more like these".formatted(lines.size() - MOST_LINES));
        return List.copyOf(first);
    }
}
