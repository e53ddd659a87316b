package com.crewyard.deployment.engine;

import com.crewyard.deployment.access.Guard;
import com.crewyard.deployment.access.Permission;
import com.crewyard.deployment.secrets.SecretLine;
import com.crewyard.deployment.secrets.SecretOperations;
import com.crewyard.deployment.targets.EnvironmentRef;
import java.util.List;

/** Lets who administers an environment set its secrets and see which there are. */
record GuardedSecrets(SecretOperations secrets, Guard guard) implements SecretOperations {

    @Override
    public void set(EnvironmentRef ref, String name, String value, String actor) {
        secrets.set(ref, name, value, actor(ref, actor));
    }

    /** What is looked up is looked up with the engine's own access, so it takes a role for everything. */
    @Override
    public void refer(EnvironmentRef ref, String name, String reference, String actor) {
        secrets.refer(
                ref,
                name,
                reference,
                guard.requireEverywhere(Permission.ADMINISTER).actor(actor));
    }

    @Override
    public List<SecretLine> list(EnvironmentRef ref) {
        guard.require(Permission.ADMINISTER, ref.toString());
        return secrets.list(ref);
    }

    @Override
    public void delete(EnvironmentRef ref, String name, String actor) {
        secrets.delete(ref, name, actor(ref, actor));
    }

    @Override
    public int rotate(String actor) {
        return secrets.rotate(guard.requireEverywhere(Permission.ADMINISTER).actor(actor));
    }

    private String actor(EnvironmentRef ref, String claimed) {
        return guard.require(Permission.ADMINISTER, ref.toString()).actor(claimed);
    }
}
