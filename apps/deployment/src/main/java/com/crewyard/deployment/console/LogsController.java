package com.crewyard.deployment.console;

import com.crewyard.deployment.access.Permission;
import com.crewyard.deployment.access.Requires;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.engine.EnvironmentStatus;
import com.crewyard.deployment.engine.LogReader;
import com.crewyard.deployment.engine.Operations;
import com.crewyard.deployment.targets.EnvironmentRef;
import com.crewyard.deployment.targets.Instance;
import com.crewyard.deployment.targets.LogLine;
import com.crewyard.web.Reply;
import com.crewyard.web.View;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What the instances of an environment say; the page's script goes on from the end over a WebSocket. */
@Controller
class LogsController {

    private static final String LOGS = "/environments/{application}/{environment}/logs";
    private static final int RAW = 100_000;

    private final Operations operations;

    LogsController(Operations operations) {
        this.operations = operations;
    }

    @Requires(Permission.VIEW)
    @GetMapping(LOGS)
    Reply logs(
            @PathVariable String application,
            @PathVariable String environment,
            @RequestParam(defaultValue = "") String service) {
        EnvironmentRef ref = new EnvironmentRef(application, environment);
        EnvironmentStatus status = operations
                .status(ref)
                .orElseThrow(() -> RefusedException.notFound("Nothing is deployed to %s.".formatted(ref)));
        List<String> services = status.slots().stream()
                .flatMap(slot -> slot.instances().stream())
                .map(Instance::service)
                .distinct()
                .sorted()
                .toList();
        return View.of("console/logs", new LogsView(application, environment, service, services));
    }

    @Requires(Permission.VIEW)
    @GetMapping(LOGS + ".txt")
    ResponseEntity<String> raw(
            @PathVariable String application,
            @PathVariable String environment,
            @RequestParam(defaultValue = "") String service) {
        LogReader logs = operations.logs(new EnvironmentRef(application, environment));
        List<LogLine> lines = logs.last(Optional.of(service).filter(name -> !name.isEmpty()), RAW);
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/plain;charset=utf-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("%s-%s.log".formatted(application, environment))
                                .build()
                                .toString())
                .body(lines.stream()
                        .map(line -> line.instance() + " | " + line.text() + "\n")
                        .collect(Collectors.joining()));
    }
}
