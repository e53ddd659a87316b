package com.crewyard.deployment.secrets;

import com.crewyard.deployment.targets.EnvironmentRef;
import java.util.List;

/**
 * What can be done with secrets of environments, by whichever way. Instances have them from the next deployment on.
 *
 * <p>Every operation throws {@link com.crewyard.deployment.catalog.RefusedException} when the request or the moment is wrong;
 * nothing is changed then.
 */
public interface SecretOperations {

    /** Keeps a value, sealed. */
    void set(EnvironmentRef ref, String name, String value, String actor);

    /** Has the value looked up at each deployment, where a reference such as {@code vault:secret/data/shop#token} says. */
    void refer(EnvironmentRef ref, String name, String reference, String actor);

    /** By name, without values. */
    List<SecretLine> list(EnvironmentRef ref);

    void delete(EnvironmentRef ref, String name, String actor);

    /** Seals those anew that an older key sealed, and tells how many. */
    int rotate(String actor);
}
