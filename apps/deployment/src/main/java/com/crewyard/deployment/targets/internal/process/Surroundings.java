package com.crewyard.deployment.targets.internal.process;

import com.crewyard.deployment.targets.InstanceSpec;
import com.crewyard.deployment.targets.JobSpec;
import com.crewyard.deployment.targets.MachineVariables;
import com.crewyard.deployment.targets.TargetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The variables that processes get: a few of the machine's, so that programs are found and speak the user's language, then
 * what the release says, then secrets, then the labels they are found by. Nothing else leaks in from whoever deployed.
 */
final class Surroundings {

    private static final String SECRETS_FILE = "secrets.json";

    /** So that the file's form has a name. */
    record Secrets(Map<String, String> values) {}

    private final KeeperFolder folder;
    private final KeeperSettings settings;
    private final OwnDatabases databases;
    private final OwnFolders folders;
    private final Map<String, String> secrets = new ConcurrentHashMap<>();

    Surroundings(KeeperFolder folder, KeeperSettings settings, OwnDatabases databases, OwnFolders folders) {
        this.folder = folder;
        this.settings = settings;
        this.databases = databases;
        this.folders = folders;
        folder.read(SECRETS_FILE, Secrets.class).ifPresent(kept -> secrets.putAll(kept.values()));
    }

    static Set<String> secretNames(KeeperFolder folder) {
        return folder.read(SECRETS_FILE, Secrets.class)
                .map(kept -> Set.copyOf(kept.values().keySet()))
                .orElse(Set.of());
    }

    void keep(Map<String, String> values) {
        secrets.putAll(values);
        folder.write(SECRETS_FILE, new Secrets(Map.copyOf(secrets)));
    }

    Map<String, String> of(InstanceSpec spec, int port) {
        Map<String, String> variables = common(spec.variables(), spec.secrets());
        if (spec.port().isPresent()) {
            variables.put("PORT", String.valueOf(port));
        }
        variables.put("CREWYARD_RELEASE", String.valueOf(spec.release()));
        variables.put("CREWYARD_SLOT", spec.slot().name());
        variables.put("CREWYARD_SERVICE", spec.service());
        variables.put(ProcessTable.INSTANCE, spec.name());
        return variables;
    }

    Map<String, String> of(JobSpec job) {
        Map<String, String> variables = common(job.variables(), job.secrets());
        variables.put(ProcessTable.JOB, job.id());
        return variables;
    }

    private Map<String, String> common(Map<String, String> said, List<String> named) {
        Map<String, String> variables = new LinkedHashMap<>(MachineVariables.here());
        variables.putAll(said);
        for (String name : named) {
            String own =
                    databases.addresses().getOrDefault(name, folders.paths().get(name));
            String value = secrets.getOrDefault(name, own);
            if (value == null && !said.containsKey(name)) {
                throw new TargetException("The secret %s was not handed over.".formatted(name));
            }
            if (value != null) {
                variables.put(name, value);
            }
        }
        variables.put("CREWYARD_APP", settings.application());
        variables.put("CREWYARD_ENVIRONMENT", settings.environment());
        variables.put(ProcessTable.KEEPER, folder.root().toString());
        return variables;
    }
}
