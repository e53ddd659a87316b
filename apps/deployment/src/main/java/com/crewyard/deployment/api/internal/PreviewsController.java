package com.crewyard.deployment.api.internal;

import com.crewyard.deployment.access.Permission;
import com.crewyard.deployment.access.Requires;
import com.crewyard.deployment.api.Wire;
import com.crewyard.deployment.engine.PreviewLine;
import com.crewyard.deployment.engine.PreviewOperations;
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

/** Environments of pull requests over HTTP. */
@RestController
@RequestMapping(Wire.PATH + "/previews")
class PreviewsController {

    private final PreviewOperations previews;

    PreviewsController(PreviewOperations previews) {
        this.previews = previews;
    }

    @Operation(summary = "Environments of pull requests.")
    @Requires(Permission.VIEW)
    @GetMapping
    List<PreviewLine> previews() {
        return previews.list();
    }

    @Operation(summary = "Makes an environment for a pull request, or brings it up to date.")
    @Requires(Permission.DEPLOY)
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    PreviewLine createPreview(@RequestBody Wire.Preview wanted) {
        return previews.create(RequestedApp.of(wanted));
    }

    @Operation(summary = "Ends the environment of a pull request.")
    @Requires(Permission.DEPLOY)
    @DeleteMapping("/{application}/{number}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void destroyPreview(
            @PathVariable String application,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String actor) {
        previews.destroy(application, number, ApiController.actor(actor));
    }
}
