package com.crewyard.deployment.engine;

import com.crewyard.deployment.access.Guard;
import com.crewyard.deployment.access.Permission;
import com.crewyard.deployment.approvals.Protections;
import com.crewyard.deployment.previews.Preview;
import com.crewyard.deployment.previews.PreviewSpec;
import com.crewyard.deployment.targets.EnvironmentRef;
import java.util.List;

/** Previews are environments: shown to who may see them, made and ended by who may deploy them, under their own name. */
record GuardedPreviews(PreviewOperations previews, Protections protections, Guard guard) implements PreviewOperations {

    @Override
    public PreviewLine create(PreviewOrder order) {
        return previews.create(new PreviewOrder(
                order.app(),
                order.number(),
                order.images(),
                order.branch(),
                order.commit(),
                creator(order),
                order.secrets()));
    }

    /** Those that the caller may see. */
    @Override
    public List<PreviewLine> list() {
        guard.requireSomewhere(Permission.VIEW);
        return previews.list().stream()
                .filter(line -> guard.may(
                        Permission.VIEW, new EnvironmentRef(line.application(), line.environment()).toString()))
                .toList();
    }

    @Override
    public void destroy(String application, int number, String actor) {
        previews.destroy(application, number, ender(application, number, actor));
    }

    @Override
    public void end(String application, int number, String actor) {
        previews.end(application, number, ender(application, number, actor));
    }

    /**
     * A preview gets the secrets of the environment that it is made after, so it takes the right to deploy there too; nobody
     * approves previews, so of a protected one it takes the right to deploy everywhere.
     */
    private String creator(PreviewOrder order) {
        String application = order.app().spec().app();
        PreviewSpec spec = new PreviewSpec(order.app(), order.number());
        EnvironmentRef after = new EnvironmentRef(application, spec.previews().environment());
        guard.require(Permission.DEPLOY, after.toString());
        if (protections.cover(after)) {
            guard.requireEverywhere(Permission.DEPLOY);
        }
        return guard.require(Permission.DEPLOY, new EnvironmentRef(application, spec.name()).toString())
                .actor(order.actor());
    }

    private String ender(String application, int number, String claimed) {
        return guard.require(
                        Permission.DEPLOY,
                        new EnvironmentRef(application, Preview.name(number)).toString(),
                        PullRequests.absent(application, number))
                .actor(claimed);
    }
}
