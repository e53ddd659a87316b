package com.crewyard.deployment.api.internal;

import com.crewyard.deployment.access.Permission;
import com.crewyard.deployment.access.Requires;
import com.crewyard.deployment.api.Wire;
import com.crewyard.deployment.engine.CronOperations;
import com.crewyard.deployment.engine.CronView;
import com.crewyard.deployment.targets.EnvironmentRef;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Commands that run at times of their own, over HTTP. */
@RestController
class CronController {

    private final CronOperations cron;

    CronController(CronOperations cron) {
        this.cron = cron;
    }

    @Operation(summary = "Commands that run at times of their own, and their latest runs.")
    @Requires(Permission.VIEW)
    @GetMapping(Wire.PATH + "/environments/{application}/{environment}/cron")
    CronView cron(
            @PathVariable String application,
            @PathVariable String environment,
            @RequestParam(required = false) @Nullable String job,
            @RequestParam(defaultValue = "20") int count) {
        return cron.cron(
                new EnvironmentRef(application, environment), Optional.ofNullable(job), ApiController.counted(count));
    }
}
