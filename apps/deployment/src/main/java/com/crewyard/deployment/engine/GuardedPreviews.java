package com.crewyard.deployment.engine;

import com.crewyard.deployment.access.Guard;
import com.crewyard.deployment.access.Permission;
import java.util.List;

/** Lets who may deploy everywhere make and end previews, under their own name. */
record GuardedPreviews(PreviewOperations previews, Guard guard) implements PreviewOperations {

    @Override
    public PreviewLine create(PreviewOrder order) {
        return previews.create(new PreviewOrder(
                order.app(),
                order.number(),
                order.images(),
                order.branch(),
                order.commit(),
                actor(order.actor()),
                order.secrets()));
    }

    @Override
    public List<PreviewLine> list() {
        guard.requireEverywhere(Permission.VIEW);
        return previews.list();
    }

    @Override
    public void destroy(String application, int number, String actor) {
        previews.destroy(application, number, actor(actor));
    }

    @Override
    public void end(String application, int number, String actor) {
        previews.end(application, number, actor(actor));
    }

    private String actor(String claimed) {
        return guard.requireEverywhere(Permission.DEPLOY).actor(claimed);
    }
}
