package com.crewyard.deployment.console;

import com.crewyard.deployment.access.Permission;
import com.crewyard.deployment.access.Requires;
import com.crewyard.deployment.access.Session;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.engine.PreviewOperations;
import com.crewyard.web.Flash;
import com.crewyard.web.Redirect;
import com.crewyard.web.Reply;
import com.crewyard.web.View;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The environments of pull requests, and ending one. */
@Controller
class PreviewsPageController {

    private static final String PAGE = "/previews";

    private final PreviewOperations previews;

    PreviewsPageController(PreviewOperations previews) {
        this.previews = previews;
    }

    @Requires(Permission.VIEW)
    @GetMapping(PAGE)
    Reply previews() {
        return View.of("console/previews", new PreviewsView(previews.list()));
    }

    @Requires(Permission.DEPLOY)
    @PostMapping(PAGE + "/{application}/{number}/end")
    Reply end(HttpServletRequest request, @PathVariable String application, @PathVariable int number) {
        try {
            previews.destroy(application, number, Session.require(request).name());
            return Redirect.to(PAGE);
        } catch (RefusedException e) {
            return Redirect.to(PAGE).saying(Flash.warning(e.sentence()));
        }
    }
}
