package com.crewyard.deployment.releases;

import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.releases.Configuration.ServiceConfiguration;
import com.crewyard.deployment.targets.Targets;
import com.crewyard.hosting.spec.AppSpec;

/** What an environment on several hosts cannot have, since each host is on its own. */
final class HostRules {

    private HostRules() {}

    /** @throws RefusedException in one sentence, with the way out */
    static void check(Configuration configuration) {
        int hosts = Targets.placement(configuration.target()).places();
        if (hosts == 1) {
            return;
        }
        configuration.databases().forEach((variable, name) -> {
            throw RefusedException.input(
                    "Environment %s has %d hosts, and each would have a database %s of its own; set %s to one that all of them reach."
                            .formatted(configuration.environment(), hosts, name, variable));
        });
        configuration.folders().forEach((variable, name) -> {
            throw RefusedException.input(
                    "Environment %s has %d hosts, and each would have a folder %s of its own; name a bucket, or set %s to a folder of yours."
                            .formatted(configuration.environment(), hosts, name, variable));
        });
        if (configuration.tls().flatMap(AppSpec.Tls::acme).isPresent()) {
            throw RefusedException.input(
                    "Environment %s has %d hosts, and an authority asks only one of them for the proof that acme takes; name certificate and key, or end TLS at what spreads requests over the hosts."
                            .formatted(configuration.environment(), hosts));
        }
        for (String name : configuration.listening()) {
            ServiceConfiguration service = configuration.services().get(name);
            if (service != null && service.replicas() < hosts) {
                throw RefusedException.input(
                        "Service %s has %d replicas for %d hosts, and the router of each host needs one; ask for %d replicas or more."
                                .formatted(name, service.replicas(), hosts, hosts));
            }
        }
    }
}
