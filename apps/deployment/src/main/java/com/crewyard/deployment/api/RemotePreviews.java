package com.crewyard.deployment.api;

import com.crewyard.deployment.engine.PreviewLine;
import com.crewyard.deployment.engine.PreviewOperations;
import com.crewyard.deployment.engine.PreviewOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pull requests' environments of a server, as if they were here. */
public final class RemotePreviews implements PreviewOperations {

    private final Server server;
    private final Optional<String> folder;

    /** @param folder as {@link RemoteOperations} has it */
    public RemotePreviews(Server server, Optional<String> folder) {
        this.server = server;
        this.folder = folder;
    }

    @Override
    public PreviewLine create(PreviewOrder order) {
        return server.post("/previews", Wire.Preview.of(order, server.folder(folder, order.app())), PreviewLine.class);
    }

    @Override
    public List<PreviewLine> list() {
        return server.list("/previews", Map.of(), PreviewLine.class);
    }

    @Override
    public void destroy(String application, int number, String actor) {
        server.delete("/previews/%s/%d".formatted(application, number), Map.of("actor", actor));
    }

    @Override
    public void end(String application, int number, String actor) {
        destroy(application, number, actor);
    }
}
