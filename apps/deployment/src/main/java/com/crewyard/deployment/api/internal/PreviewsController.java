package com.crewyard.deployment.api.internal;

import com.crewyard.deployment.access.Permission;
import com.crewyard.deployment.access.Requires;
import com.crewyard.deployment.api.Wire;
import com.crewyard.deployment.engine.PreviewLine;
import com.crewyard.deployment.engine.PreviewOperations;
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

    @Requires(value = Permission.VIEW, everywhere = true)
    @GetMapping
    List<PreviewLine> list() {
        return previews.list();
    }

    @Requires(value = Permission.DEPLOY, everywhere = true)
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    PreviewLine create(@RequestBody Wire.Preview wanted) {
        return previews.create(RequestedApp.of(wanted));
    }

    @Requires(value = Permission.DEPLOY, everywhere = true)
    @DeleteMapping("/{application}/{number}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void destroy(
            @PathVariable String application,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String actor) {
        previews.destroy(application, number, ApiController.actor(actor));
    }
}
