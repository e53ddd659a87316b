package com.crewyard.deployment.console;

import com.crewyard.deployment.access.Permission;
import com.crewyard.deployment.access.Requires;
import com.crewyard.deployment.access.Session;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.engine.Operations;
import com.crewyard.deployment.targets.EnvironmentRef;
import com.crewyard.web.Flash;
import com.crewyard.web.Redirect;
import com.crewyard.web.Reply;
import com.crewyard.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What runs against what should, and putting it right. */
@Controller
class DriftController {

    private static final String ENVIRONMENT = "/environments/{application}/{environment}";

    private final Operations operations;

    DriftController(Operations operations) {
        this.operations = operations;
    }

    @Requires(Permission.VIEW)
    @GetMapping(ENVIRONMENT + "/drift")
    Reply drift(@PathVariable String application, @PathVariable String environment) {
        EnvironmentRef ref = new EnvironmentRef(application, environment);
        return View.of("console/drift", compared(ref));
    }

    @Requires(Permission.DEPLOY)
    @PostMapping(ENVIRONMENT + "/repairs")
    Reply repair(HttpServletRequest request, @PathVariable String application, @PathVariable String environment) {
        EnvironmentRef ref = new EnvironmentRef(application, environment);
        try {
            return Redirect.to("/rollouts/"
                    + operations.repair(ref, Session.require(request).name()));
        } catch (RefusedException e) {
            return Redirect.to("/environments/" + ref).saying(Flash.warning(e.sentence()));
        }
    }

    private DriftView compared(EnvironmentRef ref) {
        try {
            return new DriftView(ref, operations.drift(ref), "");
        } catch (RefusedException e) {
            if (e.reason() != RefusedException.Reason.NOT_NOW) {
                throw e;
            }
            return new DriftView(ref, List.of(), e.sentence());
        }
    }
}
