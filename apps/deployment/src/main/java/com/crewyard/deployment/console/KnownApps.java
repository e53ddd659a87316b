package com.crewyard.deployment.console;

import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.targets.EnvironmentRef;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

    /** @param application empty when it is not known yet which one it will be */
    String path(String application, String environment) {
        return Optional.ofNullable(last.get(new EnvironmentRef(application, environment)))
                .or(() -> usual.filter(file -> application.isEmpty() || isOf(file, application)))
                .map(Path::toString)
                .orElse("");
    }

    private static boolean isOf(Path file, String application) {
        try {
            return AppFile.read(file).spec().app().equals(application);
        } catch (RefusedException _) {
            return false;
        }
    }
}
