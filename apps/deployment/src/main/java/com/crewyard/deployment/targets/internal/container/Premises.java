package com.crewyard.deployment.targets.internal.container;

import com.crewyard.deployment.routing.RouterFiles;
import com.crewyard.hosting.spec.AppSpec;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an environment keeps on the machine of its container engine, besides containers. */
public interface Premises {

    /** The folder of its router. */
    RouterFiles router();

    /** A file that goes with the environment. */
    PrivateFile file(String name);

    /** A file that stays when the environment goes, until its data is deleted. */
    PrivateFile lastingFile(String name);

    /**
     * Chooses who vouches for the environment's names; empty leaves its requests in the clear.
     *
     * @throws com.crewyard.deployment.targets.TargetException where nobody ends TLS
     */
    void securedBy(Optional<AppSpec.Tls> tls);

    /**
     * Lets others reach these ports of the machine, and none that were open for this environment before.
     *
     * @param ports each with the names it is asked for; none where it takes any
     */
    void open(Map<Integer, Set<String>> ports);

    /** Removes all but what is to stay. */
    void remove();

    /** Removes what was to stay. */
    void removeLasting();
}
