package com.crewyard.deployment.targets.internal.container;

import com.crewyard.deployment.targets.EnvironmentRef;
import com.crewyard.deployment.targets.InstanceSpec;
import com.crewyard.deployment.targets.JobSpec;
import com.crewyard.deployment.targets.TargetException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What containers find in their environment: what the release says, then secrets, then the labels they are found by.
 *
 * @param secrets values by name, addresses of databases among them
 */
record Variables(EnvironmentRef environment, Map<String, String> secrets) {

    List<String> of(InstanceSpec spec) {
        Map<String, String> variables = common(spec.variables(), spec.secrets());
        spec.port().ifPresent(port -> variables.put("PORT", String.valueOf(port)));
        variables.put("CREWYARD_RELEASE", String.valueOf(spec.release()));
        variables.put("CREWYARD_SLOT", spec.slot().name());
        variables.put("CREWYARD_SERVICE", spec.service());
        variables.put("CREWYARD_INSTANCE", spec.name());
        return lines(variables);
    }

    List<String> of(JobSpec job) {
        Map<String, String> variables = common(job.variables(), job.secrets());
        variables.put("CREWYARD_JOB", job.id());
        return lines(variables);
    }

    private Map<String, String> common(Map<String, String> own, List<String> named) {
        Map<String, String> variables = new TreeMap<>(own);
        for (String name : named) {
            String value = secrets.get(name);
            if (value != null) {
                variables.put(name, value);
            } else if (!own.containsKey(name)) {
                throw new TargetException("The secret %s was not handed over.".formatted(name));
            }
        }
        variables.put("CREWYARD_APP", environment.application());
        variables.put("CREWYARD_ENVIRONMENT", environment.environment());
        return variables;
    }

    private static List<String> lines(Map<String, String> variables) {
        return variables.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
    }
}
