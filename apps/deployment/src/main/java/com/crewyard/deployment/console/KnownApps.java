package com.crewyard.deployment.console;

import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.targets.EnvironmentRef;
import com.crewyard.hosting.spec.AppSpec;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where the app specs of environments were found the last time, so that nobody types a path twice. */
@Component
class KnownApps {

    private final Optional<Path> usual;
    private final Map<EnvironmentRef, Path> last = new ConcurrentHashMap<>();

    /** @param app the one that the console was started with */
    KnownApps(@Value("${console.app:}") String app) {
        this.usual = Optional.of(app)
                .filter(text -> !text.isBlank())
                .map(text -> Path.of(text).toAbsolutePath().normalize());
    }

    void remember(AppFile app, String environment) {
        last.put(new EnvironmentRef(app.spec().app(), environment), app.file());
    }

    /**
     * @param application empty when it is not known yet which one it will be
     * @param shown whether somebody may know of an environment, and so of where its app spec is
     */
    String path(String application, String environment, Predicate<EnvironmentRef> shown) {
        EnvironmentRef wanted = new EnvironmentRef(application, environment);
        return Optional.ofNullable(last.get(wanted))
                .filter(_ -> shown.test(wanted))
                .or(() -> usual.filter(file -> isShown(file, application, shown)))
                .map(Path::toString)
                .orElse("");
    }

    private static boolean isShown(Path file, String application, Predicate<EnvironmentRef> shown) {
        try {
            AppSpec spec = AppFile.read(file).spec();
            return (application.isEmpty() || spec.app().equals(application))
                    && spec.environments().keySet().stream()
                            .map(environment -> new EnvironmentRef(spec.app(), environment))
                            .anyMatch(shown);
        } catch (RefusedException _) {
            return false;
        }
    }
}
