package com.crewyard.deployment.api;

import com.crewyard.deployment.catalog.AppFile;
import com.crewyard.deployment.catalog.SqlFile;
import com.crewyard.deployment.engine.DeployRequest;
import com.crewyard.deployment.engine.PreviewOrder;
import com.crewyard.deployment.pipelines.PipelineFile;
import com.crewyard.deployment.targets.LogLine;
import com.crewyard.hosting.spec.AppSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** What goes over the wire: JSON with names in snake_case. */
public final class Wire {

    /** Both sides write and read with it. */
    public static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    public static final String PATH = "/api/v1/deployment";

    private Wire() {}

    /**
     * A deployment, or the plan of one.
     *
     * @param app the app spec's text
     * @param file what the app spec is called in messages
     * @param folder on the server's machine, from which the app spec's relative paths are taken
     * @param secrets values by name; plans take the names only
     * @param sql the files of SQL that its migrations apply, by half; only where no folder is named, which has them itself
     */
    public record Deployment(
            @Nullable String app,
            @Nullable String file,
            @Nullable String folder,
            @Nullable String environment,
            @Nullable Map<String, String> images,
            @Nullable String approve,
            @Nullable String actor,
            @Nullable String reason,
            @Nullable Map<String, String> secrets,
            @Nullable Boolean duringFreeze,
            @Nullable Map<String, List<SqlFile>> sql) {

        static Deployment of(DeployRequest request, Optional<String> folder, boolean withSecrets) {
            return new Deployment(
                    request.app().text(),
                    request.app().file().toString(),
                    folder.orElse(null),
                    request.environment(),
                    request.images(),
                    request.approve().orElse(null),
                    request.actor(),
                    request.reason(),
                    secrets(request, withSecrets),
                    request.duringFreeze(),
                    folder.isEmpty() ? request.app().readableSql() : null);
        }

        /** Those that the app spec names, and no more of what is in the command's environment. */
        private static Map<String, String> secrets(DeployRequest request, boolean withValues) {
            Map<String, String> named = new TreeMap<>(request.secrets());
            named.keySet().retainAll(names(request.app()));
            if (!withValues) {
                named.replaceAll((_, _) -> "");
            }
            return named;
        }

        private static Set<String> names(AppFile app) {
            Set<String> names = new TreeSet<>();
            app.spec().services().values().forEach(service -> names.addAll(service.secrets()));
            app.spec().backing().values().stream().map(AppSpec.Backing::env).forEach(names::add);
            return names;
        }
    }

    /** @param rollout to follow */
    public record Begun(long rollout) {}

    /** @param to a release's number; the one that was live before, when left out */
    public record Rollback(@Nullable Integer to, @Nullable String actor) {}

    public record By(@Nullable String actor) {}

    /** @param cursor where reading goes on */
    public record Logs(List<LogLine> lines, String cursor) {}

    /**
     * A file of pipelines.
     *
     * @param text of the file
     * @param file what it is called in messages
     * @param folder on the server's machine, in which commands run
     */
    public record Pipelines(
            @Nullable String text,
            @Nullable String file,
            @Nullable String folder,
            @Nullable String actor) {

        static Pipelines of(PipelineFile file, Optional<String> folder, String actor) {
            return new Pipelines(file.text(), file.file().toString(), folder.orElse(null), actor);
        }
    }

    /** A run: of a pipeline of the file given, or of one that the server knows. */
    public record Run(
            @Nullable String pipeline,
            @Nullable Map<String, String> parameters,
            @Nullable Pipelines pipelines,
            @Nullable String actor,
            @Nullable String by) {}

    /** @param run to follow */
    public record BegunRun(long run) {}

    /** Of a stage that waits for approval. */
    public record Decision(
            @Nullable Boolean approved, @Nullable String actor) {}

    /**
     * An API token to be made.
     *
     * @param days until it expires; 90 when left out
     */
    public record Token(
            @Nullable String name,
            @Nullable String role,
            @Nullable List<String> scopes,
            @Nullable Integer days,
            @Nullable String actor) {}

    /** An organization to be made. */
    public record OrganizationOrder(
            @Nullable String name, @Nullable String actor) {}

    /** @param what an application, or a pipeline as scopes name it */
    public record Belonging(@Nullable String what, @Nullable String actor) {}

    /**
     * A pull request's environment.
     *
     * @param deployment the app spec and all that goes with it; its environment is left out
     */
    public record Preview(
            @Nullable Integer number,
            @Nullable Deployment deployment,
            @Nullable String branch,
            @Nullable String commit) {

        static Preview of(PreviewOrder order, Optional<String> folder) {
            return new Preview(
                    order.number(),
                    Deployment.of(
                            new DeployRequest(
                                    order.app(),
                                    "",
                                    order.images(),
                                    Optional.empty(),
                                    order.actor(),
                                    "",
                                    order.secrets(),
                                    true),
                            folder,
                            true),
                    order.branch(),
                    order.commit());
        }
    }

    /** @param reference where it is looked up, instead of a value */
    public record Secret(
            @Nullable String name,
            @Nullable String value,
            @Nullable String reference,
            @Nullable String actor) {

        /** Its value is nobody's business, in a log neither. */
        @Override
        public String toString() {
            return "Secret[name=%s]".formatted(name);
        }
    }

    /** @param secrets how many were sealed anew */
    public record Rotated(int secrets) {}

    /** RFC 9457, with every finding among the details. */
    public record Problem(
            @Nullable String title,
            int status,
            @Nullable String detail,
            @Nullable String reason,
            @Nullable List<String> details) {}
}
