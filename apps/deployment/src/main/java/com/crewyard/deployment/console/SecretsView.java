package com.crewyard.deployment.console;

import com.crewyard.deployment.secrets.SecretLine;
import com.crewyard.deployment.targets.EnvironmentRef;
import java.util.List;

/** What may be shown of an environment's secrets. */
public record SecretsView(EnvironmentRef environment, List<SecretLine> secrets) {

    public String path() {
        return "/environments/" + environment;
    }

    public String title() {
        return environment.application() + " / " + environment.environment();
    }
}
