package com.crewyard.deployment.api;

import com.crewyard.deployment.engine.CronOperations;
import com.crewyard.deployment.engine.CronView;
import com.crewyard.deployment.targets.EnvironmentRef;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a server knows of commands that run at times of their own. */
public record RemoteCron(Server server) implements CronOperations {

    @Override
    public CronView cron(EnvironmentRef ref, Optional<String> job, int count) {
        Map<String, Object> parameters = new TreeMap<>(Map.of("count", count));
        job.ifPresent(name -> parameters.put("job", name));
        return server.get(
                "/environments/%s/%s/cron".formatted(ref.application(), ref.environment()), parameters, CronView.class);
    }
}
