package com.crewyard.deployment.console;

import com.crewyard.deployment.access.Guard;
import com.crewyard.deployment.access.Permission;
import com.crewyard.deployment.access.Requires;
import com.crewyard.deployment.access.Session;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.engine.DeployRequest;
import com.crewyard.deployment.engine.Operations;
import com.crewyard.deployment.plans.Plan;
import com.crewyard.web.Form;
import com.crewyard.web.Redirect;
import com.crewyard.web.Reply;
import com.crewyard.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Plans a release and begins it once somebody has looked at the plan; what was looked at is what is done, or nothing. */
@Controller
class DeployController {

    private final Operations operations;
    private final KnownApps known;
    private final Guard guard;

    DeployController(Operations operations, KnownApps known, Guard guard) {
        this.operations = operations;
        this.known = known;
        this.guard = guard;
    }

    @Requires(Permission.DEPLOY)
    @GetMapping("/deploy")
    Reply form(HttpServletRequest request) {
        Form typed = Form.ofParameters(request.getParameterMap());
        Form form = typed.value("app").isEmpty()
                ? typed.with(
                        "app",
                        known.path(
                                typed.value("application"),
                                typed.value("environment"),
                                ref -> guard.may(Permission.DEPLOY, ref.toString())))
                : typed;
        return View.of("console/deploy", new DeployView(form, Optional.empty(), "", List.of()));
    }

    @Requires(Permission.DEPLOY)
    @GetMapping("/deploy/plan")
    Reply plan(HttpServletRequest request) {
        Form form = Form.ofParameters(request.getParameterMap());
        try {
            DeployRequest wanted =
                    new DeployForm(form).request(Session.require(request).name(), Optional.empty());
            Plan plan = operations.plan(wanted);
            known.remember(wanted.app(), wanted.environment());
            return View.of("console/plan", new DeployView(form, Optional.of(plan), "", List.of()));
        } catch (RefusedException e) {
            return View.of("console/deploy", new DeployView(form, Optional.empty(), e.sentence(), e.details()))
                    .refused();
        }
    }

    /** @param approve the hash of the plan that was looked at */
    @Requires(Permission.DEPLOY)
    @PostMapping("/deploy")
    Reply deploy(HttpServletRequest request, @RequestParam String approve) {
        Form form = Form.ofParameters(request.getParameterMap());
        String actor = Session.require(request).name();
        DeployForm wanted = new DeployForm(form);
        try {
            return Redirect.to("/rollouts/" + operations.deploy(wanted.request(actor, Optional.of(approve))));
        } catch (RefusedException e) {
            return e.reason() == RefusedException.Reason.NOT_NOW
                    ? View.of(
                                    "console/plan",
                                    new DeployView(
                                            form,
                                            Optional.of(operations.plan(wanted.request(actor, Optional.empty()))),
                                            e.sentence(),
                                            e.details()))
                            .refused()
                    : View.of("console/deploy", new DeployView(form, Optional.empty(), e.sentence(), e.details()))
                            .refused();
        }
    }
}
