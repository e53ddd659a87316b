package com.crewyard.deployment.api;

import com.crewyard.deployment.approvals.Approval;
import com.crewyard.deployment.targets.EnvironmentRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans that wait for approval on a server. Who answers is whose token it is, whatever names are claimed here. */
public record RemoteApprovals(Server server) {

    private static final String APPROVALS = "/approvals";

    /** Those that wait, and then those that had an answer; the latest first. */
    public List<Approval> latest(Optional<EnvironmentRef> of) {
        return server.list(
                APPROVALS,
                of.map(ref -> Map.of("application", ref.application(), "environment", ref.environment()))
                        .orElse(Map.of()),
                Approval.class);
    }

    public Approval byId(long id) {
        return server.get(APPROVALS + "/" + id, Map.of(), Approval.class);
    }

    public void decide(long id, boolean approved) {
        server.post("%s/%d/decision".formatted(APPROVALS, id), new Wire.Decision(approved, null));
    }
}
