package com.crewyard.deployment.api;

import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.engine.AuditLine;
import com.crewyard.deployment.engine.AuditQuery;
import com.crewyard.deployment.engine.DeployRequest;
import com.crewyard.deployment.engine.Destroyed;
import com.crewyard.deployment.engine.Drift;
import com.crewyard.deployment.engine.EnvironmentStatus;
import com.crewyard.deployment.engine.EnvironmentStatus.RolloutStatus;
import com.crewyard.deployment.engine.LogCursor;
import com.crewyard.deployment.engine.LogReader;
import com.crewyard.deployment.engine.Operations;
import com.crewyard.deployment.engine.ReleaseLine;
import com.crewyard.deployment.engine.RolloutDetails;
import com.crewyard.deployment.plans.Plan;
import com.crewyard.deployment.rollouts.Rollout;
import com.crewyard.deployment.targets.EnvironmentRef;
import com.crewyard.deployment.targets.LogLine;
import com.crewyard.deployment.targets.LogPage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The engine of a server, as if it were here: same calls, same answers, same refusals. */
public final class RemoteOperations implements Operations {

    private final Server server;
    private final Optional<String> folder;

    /**
     * @param folder on the server's machine, from which app specs' relative paths are taken; on this machine, the app
     *     spec's own is taken when none is given
     */
    public RemoteOperations(Server server, Optional<String> folder) {
        this.server = server;
        this.folder = folder;
    }

    @Override
    public Plan plan(DeployRequest request) {
        return server.post("/plans", wire(request, false), Plan.class);
    }

    @Override
    public long deploy(DeployRequest request) {
        return server.post("/rollouts", wire(request, true), Wire.Begun.class).rollout();
    }

    @Override
    public long rollback(EnvironmentRef ref, Optional<Integer> to, String actor) {
        return server.post(path(ref) + "/rollbacks", new Wire.Rollback(to.orElse(null), actor), Wire.Begun.class)
                .rollout();
    }

    @Override
    public List<Drift> drift(EnvironmentRef ref) {
        return server.list(path(ref) + "/drift", Map.of(), Drift.class);
    }

    @Override
    public long repair(EnvironmentRef ref, String actor) {
        return server.post(path(ref) + "/repairs", new Wire.By(actor), Wire.Begun.class)
                .rollout();
    }

    @Override
    public void pause(EnvironmentRef ref, String actor) {
        server.post(path(ref) + "/pause", new Wire.By(actor));
    }

    @Override
    public void resume(EnvironmentRef ref, String actor) {
        server.delete(path(ref) + "/pause", Map.of("actor", actor));
    }

    @Override
    public void request(EnvironmentRef ref, Rollout.Request request, String actor) {
        String resource = switch (request) {
            case ABORT -> "/abort";
            case PROMOTE -> "/promotion";
            case CLOSE -> throw new IllegalArgumentException("no server closes a window by wish");
        };
        server.post(path(ref) + resource, new Wire.By(actor));
    }

    @Override
    public Destroyed destroy(EnvironmentRef ref, String actor, boolean withData) {
        return server.delete(path(ref), Map.of("actor", actor, "data", withData), Destroyed.class);
    }

    @Override
    public Optional<EnvironmentStatus> status(EnvironmentRef ref) {
        try {
            return Optional.of(server.get(path(ref), Map.of(), EnvironmentStatus.class));
        } catch (RefusedException e) {
            if (e.reason() == RefusedException.Reason.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public List<EnvironmentStatus> statuses() {
        return server.list("/environments", Map.of(), EnvironmentStatus.class);
    }

    @Override
    public List<ReleaseLine> releases(EnvironmentRef ref, int count) {
        return server.list(path(ref) + "/releases", Map.of("count", count), ReleaseLine.class);
    }

    @Override
    public RolloutDetails rollout(long id) {
        return server.get("/rollouts/" + id, Map.of(), RolloutDetails.class);
    }

    @Override
    public List<RolloutStatus> rollouts(EnvironmentRef ref, int count) {
        return server.list(path(ref) + "/rollouts", Map.of("count", count), RolloutStatus.class);
    }

    @Override
    public LogReader logs(EnvironmentRef ref) {
        return new LogReader() {
            @Override
            public List<LogLine> last(Optional<String> service, int lines) {
                return server.list(path(ref) + "/logs", with(service, Map.of("lines", lines)), LogLine.class);
            }

            @Override
            public LogPage since(Optional<String> service, Map<String, Long> cursor) {
                Wire.Logs logs = server.get(
                        path(ref) + "/logs", with(service, Map.of("cursor", LogCursor.text(cursor))), Wire.Logs.class);
                return new LogPage(logs.lines(), LogCursor.read(logs.cursor()));
            }
        };
    }

    @Override
    public List<AuditLine> audit(AuditQuery query) {
        Map<String, Object> parameters = new java.util.TreeMap<>(Map.of("count", query.count()));
        query.application().ifPresent(application -> parameters.put("application", application));
        query.environment().ifPresent(environment -> parameters.put("environment", environment));
        query.before().ifPresent(before -> parameters.put("before", before));
        return server.list("/audit", parameters, AuditLine.class);
    }

    private Wire.Deployment wire(DeployRequest request, boolean withSecrets) {
        return Wire.Deployment.of(request, server.folder(folder, request.app()), withSecrets);
    }

    private static Map<String, Object> with(Optional<String> service, Map<String, Object> parameters) {
        Map<String, Object> all = new java.util.TreeMap<>(parameters);
        service.ifPresent(name -> all.put("service", name));
        return all;
    }

    private static String path(EnvironmentRef ref) {
        return "/environments/%s/%s".formatted(ref.application(), ref.environment());
    }
}
