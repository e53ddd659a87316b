package com.crewyard.deployment.approvals.web;

import com.crewyard.deployment.access.DeniedException;
import com.crewyard.deployment.access.Permission;
import com.crewyard.deployment.access.Requires;
import com.crewyard.deployment.access.Scope;
import com.crewyard.deployment.approvals.GuardedApprovals;
import com.crewyard.deployment.approvals.GuardedProtections;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.web.Redirect;
import com.crewyard.web.Reply;
import com.crewyard.web.View;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Plans that wait for a second pair of eyes, and the environments that want one. */
@Controller
class ApprovalsController {

    private static final String APPROVALS = "/approvals";

    private final GuardedApprovals approvals;
    private final GuardedProtections protections;

    ApprovalsController(GuardedApprovals approvals, GuardedProtections protections) {
        this.approvals = approvals;
        this.protections = protections;
    }

    @Requires(Permission.VIEW)
    @GetMapping(APPROVALS)
    Reply approvals() {
        return view("");
    }

    @Requires(Permission.APPROVE)
    @PostMapping(APPROVALS + "/{id}/decision")
    Reply decide(@PathVariable long id, @RequestParam boolean approved) {
        return changing(() -> approvals.decide(id, approved));
    }

    @Requires(value = Permission.ADMINISTER, organization = true)
    @PostMapping(APPROVALS + "/protections")
    Reply protect(@RequestParam(defaultValue = "") String scope) {
        return protecting(() -> protections.protect(new Scope(scope.strip())));
    }

    @Requires(value = Permission.ADMINISTER, organization = true)
    @PostMapping(APPROVALS + "/protections/release")
    Reply release(@RequestParam(defaultValue = "") String scope) {
        return protecting(() -> protections.release(new Scope(scope.strip())));
    }

    private Reply changing(Runnable change) {
        try {
            change.run();
            return Redirect.to(APPROVALS);
        } catch (RefusedException e) {
            return view(e.sentence()).refused();
        }
    }

    /** Which scopes somebody may name is not known before they name one. */
    private Reply protecting(Runnable change) {
        try {
            return changing(change);
        } catch (DeniedException e) {
            return view(e.sentence()).refused();
        }
    }

    private View view(String refused) {
        return View.of(
                "console/approvals", new ApprovalsView(approvals.latest(Optional.empty()), protections.all(), refused));
    }
}
