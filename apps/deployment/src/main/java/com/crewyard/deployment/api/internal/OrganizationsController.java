package com.crewyard.deployment.api.internal;

import com.crewyard.deployment.access.GuardedOrganizations;
import com.crewyard.deployment.access.Organization;
import com.crewyard.deployment.access.Permission;
import com.crewyard.deployment.access.Requires;
import com.crewyard.deployment.api.Wire;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Objects;
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

/** Organizations over HTTP. */
@RestController
@RequestMapping(Wire.PATH + "/organizations")
class OrganizationsController {

    private final GuardedOrganizations organizations;

    OrganizationsController(GuardedOrganizations organizations) {
        this.organizations = organizations;
    }

    @Operation(summary = "The organizations, and what each of them owns.")
    @Requires(value = Permission.VIEW, organization = true)
    @GetMapping
    List<Organization> organizations() {
        return organizations.organizations();
    }

    @Operation(summary = "Makes an organization.")
    @Requires(value = Permission.ADMINISTER, everywhere = true)
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void createOrganization(@RequestBody Wire.OrganizationOrder wanted) {
        organizations.create(Objects.requireNonNullElse(wanted.name(), ""), ApiController.actor(wanted.actor()));
    }

    @Operation(summary = "Deletes an organization that owns nothing and that no role names.")
    @Requires(value = Permission.ADMINISTER, everywhere = true)
    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteOrganization(@PathVariable String name, @RequestParam(required = false) @Nullable String actor) {
        organizations.delete(name, ApiController.actor(actor));
    }

    @Operation(summary = "Gives an organization an application or a pipeline, whoever had that before.")
    @Requires(value = Permission.ADMINISTER, everywhere = true)
    @PostMapping("/{name}/belongings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void assign(@PathVariable String name, @RequestBody Wire.Belonging wanted) {
        organizations.assign(name, Objects.requireNonNullElse(wanted.what(), ""), ApiController.actor(wanted.actor()));
    }

    @Operation(summary = "Takes an application or a pipeline out of an organization.")
    @Requires(value = Permission.ADMINISTER, everywhere = true)
    @DeleteMapping("/{name}/belongings/{what}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unassign(
            @PathVariable String name,
            @PathVariable String what,
            @RequestParam(required = false) @Nullable String actor) {
        organizations.unassign(name, what, ApiController.actor(actor));
    }
}
