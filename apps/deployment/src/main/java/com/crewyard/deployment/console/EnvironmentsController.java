package com.crewyard.deployment.console;

import com.crewyard.deployment.access.Permission;
import com.crewyard.deployment.access.Requires;
import com.crewyard.deployment.access.Session;
import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.engine.EnvironmentStatus;
import com.crewyard.deployment.engine.Operations;
import com.crewyard.deployment.engine.RolloutDetails;
import com.crewyard.deployment.rollouts.Rollout;
import com.crewyard.deployment.targets.EnvironmentRef;
import com.crewyard.web.Flash;
import com.crewyard.web.Pages;
import com.crewyard.web.Redirect;
import com.crewyard.web.Reply;
import com.crewyard.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What runs where, rollouts as they go, and the buttons that steer them. */
@Controller
class EnvironmentsController {

    private static final String ENVIRONMENT = "/environments/{application}/{environment}";
    private static final Duration RECENT = Duration.ofSeconds(10);
    private static final int HISTORY = 20;

    private final Operations operations;
    private final TrafficWatch traffic;
    private final Pages pages;
    private final Clock clock;

    EnvironmentsController(Operations operations, TrafficWatch traffic, Pages pages, Clock clock) {
        this.pages = pages;
        this.operations = operations;
        this.traffic = traffic;
        this.clock = clock;
    }

    @Requires(Permission.VIEW)
    @GetMapping("/environments")
    Reply overview() {
        return View.of("console/overview", OverviewView.of(operations.statuses()));
    }

    @Requires(Permission.VIEW)
    @GetMapping(ENVIRONMENT)
    Reply environment(@PathVariable String application, @PathVariable String environment) {
        EnvironmentRef ref = new EnvironmentRef(application, environment);
        EnvironmentStatus status = status(ref);
        Samples samples = traffic.of(ref);
        return View.of(
                "console/environment",
                new EnvironmentView(
                        status,
                        SlotView.of(status, weights(status), samples.latest(RECENT)),
                        charts(status, samples),
                        operations.releases(ref, HISTORY),
                        operations.rollouts(ref, HISTORY),
                        clock.instant()));
    }

    @Requires(Permission.VIEW)
    @GetMapping("/rollouts/{id}")
    Reply rollout(@PathVariable long id) {
        RolloutDetails rollout = operations.rollout(id);
        EnvironmentRef ref = new EnvironmentRef(rollout.application(), rollout.environment());
        Samples samples = traffic.of(ref);
        EnvironmentStatus status = operations.status(ref).orElseGet(() -> gone(ref));
        return View.of(
                "console/rollout",
                RolloutView.of(
                        rollout,
                        status,
                        RolloutPath.stations(rollout, clock.instant()),
                        SlotView.of(status, weights(status), samples.latest(RECENT)),
                        charts(status, samples)));
    }

    @Requires(Permission.DEPLOY)
    @PostMapping(ENVIRONMENT + "/rollbacks")
    Reply rollBack(
            HttpServletRequest request,
            @PathVariable String application,
            @PathVariable String environment,
            @RequestParam int to) {
        EnvironmentRef ref = new EnvironmentRef(application, environment);
        try {
            return Redirect.to("/rollouts/" + operations.rollback(ref, Optional.of(to), actor(request)));
        } catch (RefusedException e) {
            return Redirect.to("/environments/" + ref).saying(Flash.warning(e.sentence()));
        }
    }

    @Requires(Permission.DEPLOY)
    @PostMapping(ENVIRONMENT + "/pause")
    Reply pause(HttpServletRequest request, @PathVariable String application, @PathVariable String environment) {
        return steer(application, environment, ref -> operations.pause(ref, actor(request)));
    }

    @Requires(Permission.DEPLOY)
    @PostMapping(ENVIRONMENT + "/resumption")
    Reply resume(HttpServletRequest request, @PathVariable String application, @PathVariable String environment) {
        return steer(application, environment, ref -> operations.resume(ref, actor(request)));
    }

    @Requires(Permission.DEPLOY)
    @PostMapping(ENVIRONMENT + "/abort")
    Reply abort(HttpServletRequest request, @PathVariable String application, @PathVariable String environment) {
        return steer(application, environment, ref -> operations.request(ref, Rollout.Request.ABORT, actor(request)));
    }

    @Requires(Permission.APPROVE)
    @PostMapping(ENVIRONMENT + "/promotion")
    Reply promote(HttpServletRequest request, @PathVariable String application, @PathVariable String environment) {
        return steer(application, environment, ref -> operations.request(ref, Rollout.Request.PROMOTE, actor(request)));
    }

    /** @param name typed by who means it */
    @Requires(Permission.ADMINISTER)
    @PostMapping(ENVIRONMENT + "/destruction")
    Reply destroy(
            HttpServletRequest request,
            @PathVariable String application,
            @PathVariable String environment,
            @RequestParam(defaultValue = "") String name) {
        EnvironmentRef ref = new EnvironmentRef(application, environment);
        if (!name.strip().equals(environment)) {
            return Redirect.to("/environments/" + ref)
                    .saying(Flash.warning(
                            pages.page(request).text("environment.end.wrong", name.strip(), environment)));
        }
        operations.destroy(ref, actor(request), false);
        return Redirect.to("/environments")
                .saying(Flash.success(pages.page(request).text("environment.end.done", ref.toString())));
    }

    private Reply steer(String application, String environment, Consumer<EnvironmentRef> wish) {
        EnvironmentRef ref = new EnvironmentRef(application, environment);
        String back = operations
                .status(ref)
                .flatMap(EnvironmentStatus::rollout)
                .map(rollout -> "/rollouts/" + rollout.id())
                .orElse("/environments");
        try {
            wish.accept(ref);
            return Redirect.to(back);
        } catch (RefusedException e) {
            return Redirect.to(back).saying(Flash.warning(e.sentence()));
        }
    }

    private EnvironmentStatus status(EnvironmentRef ref) {
        return operations
                .status(ref)
                .orElseThrow(() -> RefusedException.notFound(
                        "Nothing is deployed to %s; it never was, or somebody ended it.".formatted(ref)));
    }

    private Map<String, Integer> weights(EnvironmentStatus status) {
        return EnvironmentView.isMoving(status)
                ? status.rollout()
                        .map(rollout -> RolloutPath.weights(operations.rollout(rollout.id())))
                        .orElse(Map.of())
                : Map.of();
    }

    /** Of the slots that are there; what gone ones did stays out. */
    private List<Chart> charts(EnvironmentStatus status, Samples samples) {
        Instant now = clock.instant();
        Map<String, List<Samples.Point>> points = new TreeMap<>(samples.points());
        points.keySet()
                .retainAll(status.slots().stream()
                        .map(EnvironmentStatus.SlotStatus::slot)
                        .toList());
        return List.of(Chart.requests(points, now), Chart.latency(points, now));
    }

    private static EnvironmentStatus gone(EnvironmentRef ref) {
        return new EnvironmentStatus(
                ref.application(),
                ref.environment(),
                "",
                Optional.empty(),
                Map.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static String actor(HttpServletRequest request) {
        return Session.require(request).name();
    }
}
