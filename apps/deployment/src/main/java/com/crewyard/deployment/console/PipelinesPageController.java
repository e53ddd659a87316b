package com.crewyard.deployment.console;

import com.crewyard.deployment.access.Permission;
import com.crewyard.deployment.access.Requires;
import com.crewyard.deployment.access.Session;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.pipelines.LogPart;
import com.crewyard.deployment.pipelines.PipelineLine;
import com.crewyard.deployment.pipelines.PipelineOperations;
import com.crewyard.deployment.pipelines.RunDetails;
import com.crewyard.deployment.pipelines.RunOrder;
import com.crewyard.deployment.pipelines.StageLine;
import com.crewyard.web.Flash;
import com.crewyard.web.Form;
import com.crewyard.web.Redirect;
import com.crewyard.web.Reply;
import com.crewyard.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pipelines, runs as they go, and the buttons that start, approve and cancel them. */
@Controller
class PipelinesPageController {

    private static final String RUN = "/pipeline-runs/{id}";
    private static final int LATEST = 20;
    private static final int SHOWN_CHARACTERS = 16_000;

    private final PipelineOperations operations;
    private final Clock clock;

    PipelinesPageController(PipelineOperations operations, Clock clock) {
        this.operations = operations;
        this.clock = clock;
    }

    @Requires(Permission.VIEW)
    @GetMapping("/pipelines")
    Reply pipelines() {
        return View.of(
                "console/pipelines",
                new PipelinesView(operations.pipelines(), operations.runs(Optional.empty(), LATEST)));
    }

    @Requires(Permission.VIEW)
    @GetMapping("/pipelines/{name}")
    Reply pipeline(@PathVariable String name) {
        return View.of("console/pipeline", view(name, Form.blank(), ""));
    }

    @Requires(Permission.DEPLOY)
    @PostMapping("/pipelines/{name}/runs")
    Reply run(HttpServletRequest request, @PathVariable String name) {
        Form form = Form.ofParameters(request.getParameterMap());
        Map<String, String> parameters = new TreeMap<>();
        require(name)
                .parameters()
                .forEach(parameter -> Optional.of(form.value(parameter.name()))
                        .filter(value -> !value.isEmpty())
                        .ifPresent(value -> parameters.put(parameter.name(), value)));
        try {
            return Redirect.to("/pipeline-runs/"
                    + operations.run(
                            new RunOrder(name, parameters, Optional.empty(), actor(request), RunOrder.By.MANUAL)));
        } catch (RefusedException e) {
            return View.of("console/pipeline", view(name, form, e.sentence())).refused();
        }
    }

    @Requires(Permission.VIEW)
    @GetMapping(RUN)
    Reply run(@PathVariable long id) {
        RunDetails details = operations.run(id);
        Map<String, String> logs = new TreeMap<>();
        for (StageLine stage : details.stages()) {
            if (stage.startedAt().isPresent()) {
                String log = log(id, stage.name());
                logs.put(stage.name(), log.substring(Math.max(0, log.length() - SHOWN_CHARACTERS)));
            }
        }
        return View.of("console/run", RunView.of(details, logs, clock.instant()));
    }

    @Requires(Permission.VIEW)
    @GetMapping(RUN + "/stages/{stage}/log.txt")
    ResponseEntity<String> raw(@PathVariable long id, @PathVariable String stage) {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/plain;charset=utf-8"))
                .body(log(id, stage));
    }

    @Requires(Permission.APPROVE)
    @PostMapping(RUN + "/stages/{stage}/decision")
    Reply decide(
            HttpServletRequest request,
            @PathVariable long id,
            @PathVariable String stage,
            @RequestParam boolean approved) {
        return steer(id, () -> operations.decide(id, stage, approved, actor(request)));
    }

    @Requires(Permission.DEPLOY)
    @PostMapping(RUN + "/cancellation")
    Reply cancel(HttpServletRequest request, @PathVariable long id) {
        return steer(id, () -> operations.cancel(id, actor(request)));
    }

    private static Reply steer(long id, Runnable wish) {
        try {
            wish.run();
            return Redirect.to("/pipeline-runs/" + id);
        } catch (RefusedException e) {
            return Redirect.to("/pipeline-runs/" + id).saying(Flash.warning(e.sentence()));
        }
    }

    private PipelineView view(String name, Form form, String problem) {
        PipelineLine pipeline = require(name);
        return new PipelineView(pipeline, operations.runs(Optional.of(name), LATEST), form, problem);
    }

    private PipelineLine require(String name) {
        return operations.pipelines().stream()
                .filter(line -> line.name().equals(name))
                .findFirst()
                .orElseThrow(() -> RefusedException.notFound("There is no pipeline “%s”.".formatted(name)));
    }

    private String log(long id, String stage) {
        StringBuilder text = new StringBuilder();
        long at = 0;
        LogPart part = operations.log(id, stage, at);
        while (part.next() != at) {
            text.append(part.text());
            at = part.next();
            part = operations.log(id, stage, at);
        }
        return text.toString();
    }

    private static String actor(HttpServletRequest request) {
        return Session.require(request).name();
    }
}
