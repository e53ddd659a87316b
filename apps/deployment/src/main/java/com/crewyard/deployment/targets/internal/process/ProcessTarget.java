package com.crewyard.deployment.targets.internal.process;

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
import com.crewyard.deployment.targets.TargetException;
import com.crewyard.deployment.targets.internal.StateFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An environment made of this machine's processes, by way of its keeper. */
public final class ProcessTarget implements Target {

    private static final Duration LONGEST_KEEPER_START = Duration.ofSeconds(20);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final EnvironmentRef environment;
    private final Path root;
    private final Path databases;
    private final List<String> wakeCommand;
    private final Path engineLock;

    /**
     * @param root a folder of the environment's own
     * @param databases another, for what is to outlive the environment
     * @param wakeCommand starts an engine that does what is due and ends; empty when one runs all the time
     * @param engineLock a file that a running engine has locked
     */
    public ProcessTarget(
            EnvironmentRef environment, Path root, Path databases, List<String> wakeCommand, Path engineLock) {
        this.environment = environment;
        this.root = root;
        this.databases = databases;
        this.wakeCommand = wakeCommand;
        this.engineLock = engineLock;
    }

    @Override
    public void prepare(long fence) {
        KeeperFolder folder = KeeperFolder.in(root);
        KeeperSettings settings = new KeeperSettings(
                environment.application(),
                environment.environment(),
                wakeCommand,
                engineLock.toString(),
                databases.toString());
        if (!folder.read(KeeperSettings.FILE, KeeperSettings.class).equals(Optional.of(settings))) {
            folder.write(KeeperSettings.FILE, settings);
        }
        KeeperClient keeper = new KeeperClient(folder);
        if (!keeper.answers()) {
            new KeeperLaunch(folder).start();
            await(keeper, folder);
        }
        keeper.ask(new KeeperRequest.Hello(fence), Long.class);
    }

    @Override
    public boolean exists() {
        return Files.exists(root.resolve(KeeperSettings.FILE));
    }

    @Override
    public void secrets(Map<String, String> values) {
        keeper().ask(new KeeperRequest.Secrets(values), Boolean.class);
    }

    @Override
    public Set<String> secretNames() {
        return exists() ? Surroundings.secretNames(KeeperFolder.in(root)) : Set.of();
    }

    @Override
    public void databases(Map<String, String> wanted, Optional<String> version, long fence) {
        if (!wanted.isEmpty()) {
            keeper().ask(new KeeperRequest.Databases(wanted, fence), Boolean.class);
        }
    }

    @Override
    public void folders(Map<String, String> wanted, String image, long fence) {
        if (!wanted.isEmpty()) {
            keeper().ask(new KeeperRequest.Folders(wanted, fence), Boolean.class);
        }
    }

    @Override
    public Optional<String> data() {
        return Files.isDirectory(databases) ? Optional.of(databases.toString()) : Optional.empty();
    }

    @Override
    public void deleteData() {
        new StateFolder(databases).remove();
    }

    @Override
    public void start(List<InstanceSpec> instances, long fence) {
        keeper().ask(new KeeperRequest.Start(instances, fence), Boolean.class);
    }

    @Override
    public void stop(Collection<String> names, long fence) {
        keeper().ask(new KeeperRequest.Stop(List.copyOf(names), fence), Boolean.class);
    }

    @Override
    public List<Instance> instances() {
        return keeper().ask(
                        new KeeperRequest.Instances(),
                        KeeperFolder.JSON.getTypeFactory().constructCollectionType(List.class, Instance.class));
    }

    @Override
    public JobStatus job(JobSpec job, long fence) {
        return keeper().ask(new KeeperRequest.Job(job, fence), JobAnswer.class).status();
    }

    @Override
    public JobOutput jobOutput(String id, long from) {
        return Jobs.output(KeeperFolder.in(root), id, from);
    }

    @Override
    public void carriedBy(Optional<String> router, long fence) {
        keeper().ask(new KeeperRequest.Use(router, fence), Boolean.class);
    }

    @Override
    public Router router() {
        return new KeeperRouter(keeper());
    }

    @Override
    public void wakeEngine(Optional<Instant> at) {
        keeper().ask(new KeeperRequest.Wake(at), Boolean.class);
    }

    @Override
    public List<LogLine> logs(Optional<String> service, Optional<SlotRef> slot, int lines) {
        return new InstanceLogs(KeeperFolder.in(root)).last(service, slot, lines);
    }

    @Override
    public LogPage logsSince(Optional<String> service, Map<String, Long> cursor) {
        return new InstanceLogs(KeeperFolder.in(root)).since(service, cursor);
    }

    @Override
    public void destroy(long fence) {
        if (!exists()) {
            return;
        }
        KeeperFolder folder = KeeperFolder.in(root);
        KeeperClient keeper = new KeeperClient(folder);
        if (!keeper.answers()) {
            prepare(fence);
        }
        keeper.ask(new KeeperRequest.End(fence), Boolean.class);
        awaitEnd(folder);
        Path socket = folder.socket();
        new StateFolder(folder.root()).remove();
        new StateFolder(socket).remove();
    }

    private KeeperClient keeper() {
        return new KeeperClient(KeeperFolder.in(root));
    }

    private static void await(KeeperClient keeper, KeeperFolder folder) {
        long deadline = System.nanoTime() + LONGEST_KEEPER_START.toNanos();
        while (!keeper.answers()) {
            if (System.nanoTime() > deadline) {
                throw new TargetException("The keeper did not start within %d s; its log is %s."
                        .formatted(LONGEST_KEEPER_START.toSeconds(), folder.keeperLog()));
            }
            pause();
        }
    }

    /** A keeper holds its lock until the very end. */
    private static void awaitEnd(KeeperFolder folder) {
        long deadline = System.nanoTime() + LONGEST_KEEPER_START.toNanos();
        while (System.nanoTime() < deadline && isLocked(folder.lock())) {
            pause();
        }
    }

    private static boolean isLocked(Path file) {
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (IOException _) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new TargetException("Waiting for the keeper was interrupted.");
        }
    }
}
