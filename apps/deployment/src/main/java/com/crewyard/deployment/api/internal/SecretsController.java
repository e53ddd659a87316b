package com.crewyard.deployment.api.internal;

import com.crewyard.deployment.access.Permission;
import com.crewyard.deployment.access.Requires;
import com.crewyard.deployment.api.Wire;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.secrets.SecretLine;
import com.crewyard.deployment.secrets.SecretOperations;
import com.crewyard.deployment.targets.EnvironmentRef;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
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

/** Secrets over HTTP: values come in and never go out. */
@RestController
@RequestMapping(Wire.PATH)
class SecretsController {

    private static final String SECRETS = "/environments/{application}/{environment}/secrets";

    private final SecretOperations secrets;

    SecretsController(SecretOperations secrets) {
        this.secrets = secrets;
    }

    @Operation(summary = "Which secrets an environment has, never their values.")
    @Requires(Permission.ADMINISTER)
    @GetMapping(SECRETS)
    List<SecretLine> secrets(@PathVariable String application, @PathVariable String environment) {
        return secrets.list(new EnvironmentRef(application, environment));
    }

    @Operation(summary = "Keeps a secret, or says where it is looked up.")
    @Requires(Permission.ADMINISTER)
    @PostMapping(SECRETS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setSecret(
            @PathVariable String application, @PathVariable String environment, @RequestBody Wire.Secret wanted) {
        EnvironmentRef ref = new EnvironmentRef(application, environment);
        String name = wanted.name() == null ? "" : wanted.name();
        String value = wanted.value();
        String reference = wanted.reference();
        if (reference != null && value == null) {
            secrets.refer(ref, name, reference, ApiController.actor(wanted.actor()));
        } else if (value != null && reference == null) {
            secrets.set(ref, name, value, ApiController.actor(wanted.actor()));
        } else {
            // Who may not even see them hears nothing of what is wrong.
            secrets.list(ref);
            throw RefusedException.input("A secret has either a value or a reference; give one of them.");
        }
    }

    @Operation(summary = "Deletes a secret.")
    @Requires(Permission.ADMINISTER)
    @DeleteMapping(SECRETS + "/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteSecret(
            @PathVariable String application,
            @PathVariable String environment,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String actor) {
        secrets.delete(new EnvironmentRef(application, environment), name, ApiController.actor(actor));
    }

    @Operation(summary = "Seals all secrets anew with the current key.")
    @Requires(value = Permission.ADMINISTER, everywhere = true)
    @PostMapping("/secret-rotations")
    Wire.Rotated rotateSecrets(@RequestBody Wire.By by) {
        return new Wire.Rotated(secrets.rotate(ApiController.actor(by.actor())));
    }
}
