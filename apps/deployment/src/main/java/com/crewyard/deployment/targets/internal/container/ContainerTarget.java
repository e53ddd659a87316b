package com.crewyard.deployment.targets.internal.container;

import com.crewyard.deployment.routing.Endpoint;
import com.crewyard.deployment.routing.Router;
import com.crewyard.deployment.routing.SlotRef;
import com.crewyard.deployment.targets.EnvironmentRef;
import com.crewyard.deployment.targets.Instance;
import com.crewyard.deployment.targets.InstanceSpec;
import com.crewyard.deployment.targets.JobOutput;
import com.crewyard.deployment.targets.JobSpec;
import com.crewyard.deployment.targets.JobStatus;
import com.crewyard.deployment.targets.LogLine;
import com.crewyard.deployment.targets.LogPage;
import com.crewyard.deployment.targets.Target;
import com.crewyard.deployment.targets.internal.StateFolder;
import com.crewyard.hosting.spec.AppSpec;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An environment made of containers, on a network of its own. */
final class ContainerTarget implements Target {

    private static final String USUAL_POSTGRES = "17";

    private final EnvironmentRef environment;
    private final Path root;
    private final Premises premises;
    private final Containers containers;
    private final EnvironmentNetwork network;
    private final Fences fences;
    private final InstanceContainers instances;
    private final JobContainers jobs;
    private final ContainerLogs logs;
    private final DatabaseContainer database;
    private final FolderVolumes folders;
    private final Carrier carrier;
    private final KeptValues secrets;
    private final KeptValues addresses;
    private final EngineWake wake;

    /**
     * @param root a folder of the environment's own
     * @param lasting another, for what is to outlive the environment
     * @param wakeCommand starts an engine that does what is due and ends; empty when one runs all the time
     */
    ContainerTarget(
            EnvironmentRef environment, ContainerEngine engine, Path root, Path lasting, List<String> wakeCommand) {
        Labels labels = new Labels(environment);
        ContainerImages images = new ContainerImages(engine);
        this.environment = environment;
        this.root = root;
        this.premises = engine.machine().premises(environment, root, lasting);
        this.containers = new Containers(engine, labels);
        this.network = new EnvironmentNetwork(engine, labels);
        this.fences = new Fences(engine, labels);
        this.logs = new ContainerLogs(containers, root.resolve("logs"));
        this.folders = new FolderVolumes(containers, new KeptValues(premises.file("folders.json")));
        this.instances = new InstanceContainers(containers, network, folders, logs);
        this.jobs = new JobContainers(containers, network, folders);
        this.secrets = new KeptValues(premises.file("secrets.json"));
        this.addresses = new KeptValues(premises.file("databases.json"));
        this.database = new DatabaseContainer(
                containers, network, images, addresses, new KeptValues(premises.lastingFile("password.json")));
        this.carrier = new Carrier(containers, images, premises, root.resolve("router.lock"));
        this.wake = new EngineWake(root, wakeCommand);
    }

    @Override
    public void prepare(long fence) {
        containers.engine().prepare();
        fences.require(fence);
        network.ensure();
    }

    @Override
    public boolean exists() {
        return containers.engine().machine().isPrepared() && network.exists();
    }

    @Override
    public void secrets(Map<String, String> values) {
        secrets.add(values);
    }

    @Override
    public Set<String> secretNames() {
        return secrets.values().keySet();
    }

    @Override
    public void databases(Map<String, String> wanted, Optional<String> version, long fence) {
        fences.require(fence);
        if (!wanted.isEmpty()) {
            database.ensure(wanted, version.orElse(USUAL_POSTGRES));
        }
    }

    @Override
    public void folders(Map<String, String> wanted, String image, long fence) {
        fences.require(fence);
        if (!wanted.isEmpty()) {
            folders.ensure(wanted, image);
        }
    }

    @Override
    public Optional<String> data() {
        if (!containers.engine().machine().isPrepared()) {
            return Optional.empty();
        }
        List<String> volumes = new ArrayList<>(folders.volumes());
        if (database.hasData()) {
            volumes.addFirst(database.volume());
        }
        return volumes.isEmpty()
                ? Optional.empty()
                : Optional.of((volumes.size() == 1 ? "the volume " : "the volumes ") + String.join(", ", volumes));
    }

    @Override
    public void deleteData() {
        if (containers.engine().machine().isPrepared()) {
            database.deleteData();
            folders.deleteData();
            premises.removeLasting();
        }
    }

    @Override
    public void start(List<InstanceSpec> wanted, long fence) {
        fences.require(fence);
        instances.start(wanted, variables());
    }

    @Override
    public void stop(Collection<String> names, long fence) {
        fences.require(fence);
        instances.stop(names);
    }

    @Override
    public List<Instance> instances() {
        return instances.instances();
    }

    @Override
    public JobStatus job(JobSpec job, long fence) {
        fences.require(fence);
        return jobs.run(job, this::variables);
    }

    @Override
    public JobOutput jobOutput(String id, long from) {
        return jobs.output(id, from);
    }

    @Override
    public void carriedBy(Optional<String> router, long fence) {
        fences.require(fence);
        carrier.use(router);
    }

    @Override
    public void securedBy(Optional<AppSpec.Tls> tls, long fence) {
        fences.require(fence);
        premises.securedBy(tls);
    }

    @Override
    public Router router() {
        return carrier.router();
    }

    @Override
    public Endpoint reach(Endpoint there) {
        return containers.engine().machine().reach(there);
    }

    @Override
    public void wakeEngine(Optional<Instant> at) {
        wake.at(at);
    }

    @Override
    public List<LogLine> logs(Optional<String> service, Optional<SlotRef> slot, int lines) {
        return logs.last(service, slot, lines);
    }

    @Override
    public LogPage logsSince(Optional<String> service, Map<String, Long> cursor) {
        return logs.since(service, cursor);
    }

    @Override
    public void destroy(long fence) {
        wake.at(Optional.empty());
        if (containers.engine().machine().isPrepared()) {
            clear(fence);
        }
        new StateFolder(root).remove();
    }

    private void clear(long fence) {
        fences.require(fence);
        instances.destroy();
        carrier.remove();
        containers.all().stream()
                .filter(container -> !DatabaseContainer.is(container))
                .forEach(container -> containers.remove(container.getId()));
        database.remove();
        network.remove();
        fences.clear();
        premises.remove();
    }

    private Variables variables() {
        Map<String, String> all = new HashMap<>(addresses.values());
        all.putAll(folders.paths());
        all.putAll(secrets.values());
        return new Variables(environment, all);
    }
}
