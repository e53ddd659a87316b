package com.crewyard.hosting.artifacts;

import com.crewyard.hosting.spec.AppSpec;
import com.crewyard.hosting.spec.AppSpec.Environment;
import java.util.List;

/**
 * Writes the files of one target. The same spec gives the same files in the same order; no secret's value is ever in
 * one, only its name.
 */
public interface Generator {

    /** The word that asks for it on the command line. */
    String target();

    List<Artifact> generate(AppSpec app, Environment environment);

    /** @param path relative to the output directory, with slashes */
    record Artifact(String path, String content) {

        public Artifact {
            if (path.startsWith("/") || path.contains("..")) {
                throw new IllegalArgumentException("path %s leaves the output directory".formatted(path));
            }
        }
    }
}
