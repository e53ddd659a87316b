package com.crewyard.deployment.catalog;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpecReader;
import java.nio.file.Path;
import java.util.List;

/**
 * An app spec in a file.
 *
 * @param text as it stands there
 * @param base what paths in it are relative to: its folder, or the one above when that is called {@code deploy}
 */
public record AppFile(Path file, Path base, String text, AppSpec spec) {

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
        return new AppFile(file, base, text, reading.spec());
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
