package com.crewyard.deployment.api.internal;

import com.crewyard.deployment.access.Permission;
import com.crewyard.deployment.access.Requires;
import com.crewyard.deployment.access.SignedIn;
import com.crewyard.deployment.api.Wire;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.engine.Destroyed;
import com.crewyard.deployment.engine.Drift;
import com.crewyard.deployment.engine.EnvironmentStatus;
import com.crewyard.deployment.engine.LogCursor;
import com.crewyard.deployment.engine.Operations;
import com.crewyard.deployment.engine.ReleaseLine;
import com.crewyard.deployment.engine.RolloutDetails;
import com.crewyard.deployment.plans.Plan;
import com.crewyard.deployment.rollouts.Rollout;
import com.crewyard.deployment.targets.EnvironmentRef;
import com.crewyard.deployment.targets.LogLine;
import com.crewyard.deployment.targets.LogPage;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the commands do, over HTTP: verbs are resources, answers are the records that the commands print. */
@RestController
@RequestMapping(Wire.PATH)
class ApiController {

    private static final String ENVIRONMENT = "/environments/{application}/{environment}";
    private static final String LOGS = "logs";
    private static final String NOBODY = "api";
    private static final int MOST = 1_000;

    private final Operations operations;

    ApiController(Operations operations) {
        this.operations = operations;
    }

    @Operation(summary = "Plans a deployment: what would change, and the hash that an approval binds to.")
    @Requires(Permission.DEPLOY)
    @PostMapping("/plans")
    Plan plan(@RequestBody Wire.Deployment wanted) {
        return operations.plan(RequestedApp.of(wanted));
    }

    @Operation(summary = "Begins a deployment.")
    @Requires(Permission.DEPLOY)
    @PostMapping("/rollouts")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Wire.Begun deploy(@RequestBody Wire.Deployment wanted) {
        return new Wire.Begun(operations.deploy(RequestedApp.of(wanted)));
    }

    @Operation(summary = "A rollout with its steps, and how it came out.")
    @Requires(Permission.VIEW)
    @GetMapping("/rollouts/{id}")
    RolloutDetails rollout(@PathVariable long id) {
        return operations.rollout(id);
    }

    @Operation(summary = "What is where.")
    @Requires(Permission.VIEW)
    @GetMapping("/environments")
    List<EnvironmentStatus> environments() {
        return operations.statuses();
    }

    @Operation(summary = "What is live in an environment, what runs, and what needs attention.")
    @Requires(Permission.VIEW)
    @GetMapping(ENVIRONMENT)
    EnvironmentStatus environment(@PathVariable String application, @PathVariable String environment) {
        EnvironmentRef ref = new EnvironmentRef(application, environment);
        return operations
                .status(ref)
                .orElseThrow(() -> RefusedException.notFound("Nothing was deployed to %s yet.".formatted(ref)));
    }

    @Operation(summary = "Ends an environment, and its own databases when data is true.")
    @Requires(Permission.ADMINISTER)
    @DeleteMapping(ENVIRONMENT)
    Destroyed destroyEnvironment(
            @PathVariable String application,
            @PathVariable String environment,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(defaultValue = "false") boolean data) {
        return operations.destroy(new EnvironmentRef(application, environment), actor(actor), data);
    }

    @Operation(summary = "The latest releases of an environment.")
    @Requires(Permission.VIEW)
    @GetMapping(ENVIRONMENT + "/releases")
    List<ReleaseLine> releases(
            @PathVariable String application,
            @PathVariable String environment,
            @RequestParam(defaultValue = "20") int count) {
        return operations.releases(new EnvironmentRef(application, environment), counted(count));
    }

    @Operation(summary = "The latest rollouts of an environment.")
    @Requires(Permission.VIEW)
    @GetMapping(ENVIRONMENT + "/rollouts")
    List<EnvironmentStatus.RolloutStatus> rollouts(
            @PathVariable String application,
            @PathVariable String environment,
            @RequestParam(defaultValue = "20") int count) {
        return operations.rollouts(new EnvironmentRef(application, environment), counted(count));
    }

    @Operation(summary = "Brings a release back: the one named, or the one that was live before.")
    @Requires(Permission.DEPLOY)
    @PostMapping(ENVIRONMENT + "/rollbacks")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Wire.Begun rollBack(
            @PathVariable String application, @PathVariable String environment, @RequestBody Wire.Rollback wanted) {
        return new Wire.Begun(operations.rollback(
                new EnvironmentRef(application, environment), Optional.ofNullable(wanted.to()), actor(wanted.actor())));
    }

    @Operation(summary = "What is not as the live release wants it.")
    @Requires(Permission.VIEW)
    @GetMapping(ENVIRONMENT + "/drift")
    List<Drift> drift(@PathVariable String application, @PathVariable String environment) {
        return operations.drift(new EnvironmentRef(application, environment));
    }

    @Operation(summary = "Begins a rollout that puts drift right.")
    @Requires(Permission.DEPLOY)
    @PostMapping(ENVIRONMENT + "/repairs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Wire.Begun repair(@PathVariable String application, @PathVariable String environment, @RequestBody Wire.By by) {
        return new Wire.Begun(operations.repair(new EnvironmentRef(application, environment), actor(by.actor())));
    }

    @Operation(summary = "Stops the rollout under way where it is.")
    @Requires(Permission.DEPLOY)
    @PostMapping(ENVIRONMENT + "/pause")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void pause(@PathVariable String application, @PathVariable String environment, @RequestBody Wire.By by) {
        operations.pause(new EnvironmentRef(application, environment), actor(by.actor()));
    }

    @Operation(summary = "Lets a paused rollout go on.")
    @Requires(Permission.DEPLOY)
    @DeleteMapping(ENVIRONMENT + "/pause")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resume(
            @PathVariable String application,
            @PathVariable String environment,
            @RequestParam(required = false) @Nullable String actor) {
        operations.resume(new EnvironmentRef(application, environment), actor(actor));
    }

    @Operation(summary = "Has the rollout under way go back to the former release.")
    @Requires(Permission.DEPLOY)
    @PostMapping(ENVIRONMENT + "/abort")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void abort(@PathVariable String application, @PathVariable String environment, @RequestBody Wire.By by) {
        request(application, environment, Rollout.Request.ABORT, by);
    }

    @Operation(summary = "Gives the canary under way all the traffic.")
    @Requires(Permission.APPROVE)
    @PostMapping(ENVIRONMENT + "/promotion")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void promote(@PathVariable String application, @PathVariable String environment, @RequestBody Wire.By by) {
        request(application, environment, Rollout.Request.PROMOTE, by);
    }

    @Operation(operationId = LOGS, summary = "The last lines; with cursor, those since then and the next cursor.")
    @Requires(Permission.VIEW)
    @GetMapping(value = ENVIRONMENT + "/logs", params = "!cursor")
    List<LogLine> logs(
            @PathVariable String application,
            @PathVariable String environment,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(defaultValue = "100") int lines) {
        return operations
                .logs(new EnvironmentRef(application, environment))
                .last(Optional.ofNullable(service), counted(lines));
    }

    @Operation(operationId = LOGS, summary = "The last lines; with cursor, those since then and the next cursor.")
    @Requires(Permission.VIEW)
    @GetMapping(value = ENVIRONMENT + "/logs", params = "cursor")
    Wire.Logs logsSince(
            @PathVariable String application,
            @PathVariable String environment,
            @RequestParam(required = false) @Nullable String service,
            @Parameter(description = "Where reading goes on; empty at first.") @RequestParam(defaultValue = "")
                    String cursor) {
        LogPage page = operations
                .logs(new EnvironmentRef(application, environment))
                .since(Optional.ofNullable(service), LogCursor.read(cursor));
        return new Wire.Logs(page.lines(), LogCursor.text(page.cursor()));
    }

    @Hidden
    @SignedIn
    @RequestMapping("/**")
    void nothing() {
        throw RefusedException.notFound(
                "There is no such thing in this API; %s/openapi.json lists what there is.".formatted(Wire.PATH));
    }

    static String actor(@Nullable String named) {
        return named == null || named.isBlank() ? NOBODY : named.strip();
    }

    private void request(String application, String environment, Rollout.Request request, Wire.By by) {
        operations.request(new EnvironmentRef(application, environment), request, actor(by.actor()));
    }

    static int counted(int count) {
        if (count < 1 || count > MOST) {
            throw RefusedException.input("%d were asked for; ask for 1 to %d.".formatted(count, MOST));
        }
        return count;
    }
}
