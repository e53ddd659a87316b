package com.crewyard.deployment.api.internal;

import com.crewyard.deployment.access.Permission;
import com.crewyard.deployment.access.Requires;
import com.crewyard.deployment.api.Wire;
import com.crewyard.deployment.approvals.Approval;
import com.crewyard.deployment.approvals.GuardedApprovals;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.targets.EnvironmentRef;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Plans that wait for approval, over HTTP. */
@RestController("approvalsApi")
@RequestMapping(Wire.PATH + "/approvals")
class ApprovalsController {

    private final GuardedApprovals approvals;

    ApprovalsController(GuardedApprovals approvals) {
        this.approvals = approvals;
    }

    @Operation(summary = "Plans that wait for approval, and then those that had an answer.")
    @Requires(Permission.VIEW)
    @GetMapping
    List<Approval> approvals(
            @RequestParam(required = false) @Nullable String application,
            @RequestParam(required = false) @Nullable String environment) {
        if (application == null && environment == null) {
            return approvals.latest(Optional.empty());
        }
        if (application == null || environment == null) {
            throw RefusedException.input("An environment is named by application and environment; give both.");
        }
        return approvals.latest(Optional.of(new EnvironmentRef(application, environment)));
    }

    @Operation(summary = "A plan that waits for approval, or had an answer.")
    @Requires(Permission.VIEW)
    @GetMapping("/{id}")
    Approval approval(@PathVariable long id) {
        return approvals.byId(id);
    }

    @Operation(summary = "Approves a plan, or rejects it.")
    @Requires(Permission.APPROVE)
    @PostMapping("/{id}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decideApproval(@PathVariable long id, @RequestBody Wire.Decision decision) {
        if (decision.approved() == null) {
            throw RefusedException.input("approved is missing; say true or false.");
        }
        approvals.decide(id, decision.approved());
    }
}
