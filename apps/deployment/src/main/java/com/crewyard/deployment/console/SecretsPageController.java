package com.crewyard.deployment.console;

import com.crewyard.deployment.access.Permission;
import com.crewyard.deployment.access.Requires;
import com.crewyard.deployment.secrets.SecretOperations;
import com.crewyard.deployment.targets.EnvironmentRef;
import com.crewyard.web.Reply;
import com.crewyard.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Which secrets an environment has. */
@Controller
class SecretsPageController {

    private final SecretOperations secrets;

    SecretsPageController(SecretOperations secrets) {
        this.secrets = secrets;
    }

    @Requires(Permission.ADMINISTER)
    @GetMapping("/environments/{application}/{environment}/secrets")
    Reply secrets(@PathVariable String application, @PathVariable String environment) {
        EnvironmentRef ref = new EnvironmentRef(application, environment);
        return View.of("console/secrets", new SecretsView(ref, secrets.list(ref)));
    }
}
