package com.crewyard.deployment.rollouts;

import com.crewyard.deployment.releases.Configuration;
import com.crewyard.deployment.releases.Configuration.Command;
import com.crewyard.deployment.releases.Configuration.ServiceConfiguration;
import com.crewyard.deployment.releases.Release;
import com.crewyard.deployment.targets.JobSpec;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes jobs out of a release's commands. */
public final class ReleaseJob {

    private ReleaseJob() {}

    /**
     * A command in the image of a release's service, with that service's variables.
     *
     * @param id the job's own
     */
    public static JobSpec of(Release release, String id, Command command) {
        return of(release, id, command, Optional.empty());
    }

    /** @param within the instance it runs in, where instances have a place of their own */
    public static JobSpec of(Release release, String id, Command command, Optional<String> within) {
        Configuration configuration = release.configuration();
        ServiceConfiguration service = configuration.services().get(command.service());
        if (service == null) {
            throw new IllegalStateException(
                    "release %d has no service %s".formatted(release.number(), command.service()));
        }
        Map<String, String> variables = new TreeMap<>(service.variables());
        variables.putAll(command.variables());
        variables.put("CREWYARD_RELEASE", String.valueOf(release.number()));
        return new JobSpec(
                id, command.command(), service.image(), within, variables, service.secrets(), command.timeout());
    }
}
