package com.crewyard.deployment.platform;

import com.crewyard.deployment.access.Anyone;
import com.crewyard.deployment.access.Session;
import com.crewyard.web.Redirect;
import com.crewyard.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

@Anyone
@Controller
class StartController {

    @GetMapping("/")
    Reply start(HttpServletRequest request) {
        return Redirect.to(Session.of(request).isPresent() ? "/environments" : "/sign-in");
    }

    @GetMapping(path = "/healthz", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String health() {
        return "ok\n";
    }
}
