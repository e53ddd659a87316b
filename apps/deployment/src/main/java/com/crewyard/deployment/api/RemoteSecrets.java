package com.crewyard.deployment.api;

import com.crewyard.deployment.secrets.SecretLine;
import com.crewyard.deployment.secrets.SecretOperations;
import com.crewyard.deployment.targets.EnvironmentRef;
import java.util.List;
import java.util.Map;

/** The secrets that a server keeps. Values go there and never come back. */
public record RemoteSecrets(Server server) implements SecretOperations {

    @Override
    public void set(EnvironmentRef ref, String name, String value, String actor) {
        server.post(path(ref), new Wire.Secret(name, value, null, actor));
    }

    @Override
    public void refer(EnvironmentRef ref, String name, String reference, String actor) {
        server.post(path(ref), new Wire.Secret(name, null, reference, actor));
    }

    @Override
    public List<SecretLine> list(EnvironmentRef ref) {
        return server.list(path(ref), Map.of(), SecretLine.class);
    }

    @Override
    public void delete(EnvironmentRef ref, String name, String actor) {
        server.delete(path(ref) + "/" + name, Map.of("actor", actor));
    }

    @Override
    public int rotate(String actor) {
        return server.post("/secret-rotations", new Wire.By(actor), Wire.Rotated.class)
                .secrets();
    }

    private static String path(EnvironmentRef ref) {
        return "/environments/%s/%s/secrets".formatted(ref.application(), ref.environment());
    }
}
