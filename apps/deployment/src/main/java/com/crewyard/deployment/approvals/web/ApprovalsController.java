package com.crewyard.deployment.approvals.web;

import com.crewyard.deployment.access.Permission;
import com.crewyard.deployment.access.Requires;
import com.crewyard.deployment.access.Scope;
import com.crewyard.deployment.access.Session;
import com.crewyard.deployment.approvals.GuardedApprovals;
import com.crewyard.deployment.approvals.Protections;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.web.Redirect;
import com.crewyard.web.Reply;
import com.crewyard.web.View;
import jakarta.servlet.http.HttpServletRequest;
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
    private final Protections protections;

    ApprovalsController(GuardedApprovals approvals, Protections protections) {
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

    @Requires(value = Permission.ADMINISTER, everywhere = true)
    @PostMapping(APPROVALS + "/protections")
    Reply protect(HttpServletRequest request, @RequestParam(defaultValue = "") String scope) {
        return changing(() -> protections.protect(new Scope(scope.strip()), name(request)));
    }

    @Requires(value = Permission.ADMINISTER, everywhere = true)
    @PostMapping(APPROVALS + "/protections/release")
    Reply release(HttpServletRequest request, @RequestParam(defaultValue = "") String scope) {
        return changing(() -> protections.release(new Scope(scope.strip()), name(request)));
    }

    private Reply changing(Runnable change) {
        try {
            change.run();
            return Redirect.to(APPROVALS);
        } catch (RefusedException e) {
            return view(e.sentence()).refused();
        }
    }

    private View view(String refused) {
        return View.of(
                "console/approvals", new ApprovalsView(approvals.latest(Optional.empty()), protections.all(), refused));
    }

    private static String name(HttpServletRequest request) {
        return Session.require(request).name();
    }
}
