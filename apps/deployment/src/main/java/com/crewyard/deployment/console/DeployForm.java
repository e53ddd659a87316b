package com.crewyard.deployment.console;

import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.engine.DeployRequest;
import com.crewyard.web.Form;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What somebody typed to have a release planned. */
final class DeployForm {

    private final Form form;

    DeployForm(Form form) {
        this.form = form;
    }

    /**
     * @param approve the hash of the plan that was looked at
     * @throws RefusedException naming what cannot be used
     */
    DeployRequest request(String actor, Optional<String> approve) {
        String app = form.value("app").strip();
        if (app.isEmpty()) {
            throw RefusedException.input("No app spec is named; give the path of one on this machine.");
        }
        if (!Path.of(app).isAbsolute()) {
            throw RefusedException.input("“%s” is a relative path; give the app spec’s path in full.".formatted(app));
        }
        return new DeployRequest(
                AppFile.read(Path.of(app)),
                form.value("environment").strip(),
                images(),
                approve,
                actor,
                form.value("reason").strip(),
                System.getenv(),
                form.has("during_freeze", "true"));
    }

    private Map<String, String> images() {
        Map<String, String> images = new LinkedHashMap<>();
        form.value("images")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> {
                    int at = line.indexOf('=');
                    if (at < 1) {
                        throw RefusedException.input(
                                "“%s” is no image; write SERVICE=IMAGE, one a line.".formatted(line));
                    }
                    images.put(
                            line.substring(0, at).strip(),
                            line.substring(at + 1).strip());
                });
        return images;
    }
}
