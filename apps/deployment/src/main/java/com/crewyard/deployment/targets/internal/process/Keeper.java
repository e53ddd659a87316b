package com.crewyard.deployment.targets.internal.process;

import com.crewyard.deployment.routing.RoutingException;
import com.crewyard.deployment.routing.StaleTableException;
import com.crewyard.deployment.targets.StaleFenceException;
import com.crewyard.deployment.targets.TargetException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The background process of an environment on the process target. It ends only when it is told to; killed and started
 * again, it goes on with the same instances and the same routes.
 */
public final class Keeper {

    private static final Logger log = LoggerFactory.getLogger(Keeper.class);

    private final KeeperFolder folder;
    private final KeeperCarrier router;
    private final OwnDatabases databases;
    private final OwnFolders folders;
    private final Surroundings surroundings;
    private final Supervisor supervisor;
    private final Jobs jobs;
    private final Alarm alarm;

    private Keeper(KeeperFolder folder) {
        KeeperSettings settings = folder.read(KeeperSettings.FILE, KeeperSettings.class)
                .orElseThrow(() -> new TargetException("%s has no %s.".formatted(folder.root(), KeeperSettings.FILE)));
        this.folder = folder;
        this.router = new KeeperCarrier(folder);
        this.databases = new OwnDatabases(folder, Path.of(settings.databases()));
        this.folders = new OwnFolders(folder, Path.of(settings.databases()));
        this.surroundings = new Surroundings(folder, settings, databases, folders);
        this.supervisor = new Supervisor(folder, surroundings, router);
        this.jobs = new Jobs(folder);
        this.alarm = new Alarm(supervisor, settings, folder);
    }

    /** @param arguments the folder, which has the settings */
    static void main(String[] arguments) throws IOException {
        KeeperFolder folder = KeeperFolder.in(Path.of(arguments[0]));
        FileChannel channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            log.info("another keeper has {} already", folder.root());
            return;
        }
        new Keeper(folder).run();
    }

    private void run() throws IOException {
        databases.restore();
        supervisor.restore();
        alarm.start();
        Files.createDirectories(
                folder.socket().toAbsolutePath().getParent(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.deleteIfExists(folder.socket());
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(folder.socket()));
            Files.setPosixFilePermissions(folder.socket(), PosixFilePermissions.fromString("rw-------"));
            log.info("keeper of {} is ready", folder.root());
            while (true) {
                SocketChannel caller = server.accept();
                Thread.ofVirtual().name("caller").start(() -> serve(caller));
            }
        }
    }

    private void serve(SocketChannel caller) {
        try (caller;
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Channels.newInputStream(caller), StandardCharsets.UTF_8));
                Writer answers = Channels.newWriter(caller, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                KeeperRequest request = KeeperFolder.JSON.readValue(line, KeeperRequest.class);
                answers.write(KeeperFolder.JSON.writeValueAsString(answer(request)) + "\n");
                answers.flush();
                if (request instanceof KeeperRequest.End) {
                    log.info("keeper ends");
                    System.exit(0);
                }
            }
        } catch (IOException e) {
            log.debug("a caller went away", e);
        }
    }

    private KeeperAnswer answer(KeeperRequest request) {
        try {
            return new KeeperAnswer(Optional.empty(), Optional.of(KeeperFolder.JSON.valueToTree(carryOut(request))));
        } catch (StaleFenceException e) {
            return problem(KeeperAnswer.Kind.STALE_FENCE, e);
        } catch (StaleTableException e) {
            return problem(KeeperAnswer.Kind.STALE_TABLE, e);
        } catch (RoutingException e) {
            return problem(KeeperAnswer.Kind.ROUTING, e);
        } catch (RuntimeException e) {
            if (!(e instanceof TargetException)) {
                log.error("{} failed", request.getClass().getSimpleName(), e);
            }
            return problem(KeeperAnswer.Kind.TARGET, e);
        }
    }

    private static KeeperAnswer problem(KeeperAnswer.Kind kind, RuntimeException e) {
        return new KeeperAnswer(
                Optional.of(new KeeperAnswer.Problem(kind, String.valueOf(e.getMessage()))), Optional.empty());
    }

    private Object carryOut(KeeperRequest request) {
        return switch (request) {
            case KeeperRequest.Hello(long fence) -> {
                supervisor.raise(fence);
                yield ProcessHandle.current().pid();
            }
            case KeeperRequest.Secrets(var values) -> {
                surroundings.keep(values);
                yield true;
            }
            case KeeperRequest.Databases(var wanted, long fence) -> {
                supervisor.raise(fence);
                databases.ensure(wanted);
                yield true;
            }
            case KeeperRequest.Folders(var wanted, long fence) -> {
                supervisor.raise(fence);
                folders.ensure(wanted);
                yield true;
            }
            case KeeperRequest.Use(var wanted, long fence) -> {
                supervisor.raise(fence);
                router.use(wanted);
                yield true;
            }
            case KeeperRequest.Abilities _ -> router.capabilities();
            case KeeperRequest.Start(var instances, long fence) -> {
                supervisor.start(instances, fence);
                yield true;
            }
            case KeeperRequest.Stop(var names, long fence) -> {
                supervisor.stop(names, fence);
                yield true;
            }
            case KeeperRequest.Instances _ -> supervisor.instances();
            case KeeperRequest.Job(var job, long fence) -> {
                supervisor.raise(fence);
                yield JobAnswer.of(jobs.run(job, surroundings.of(job)));
            }
            case KeeperRequest.Apply(var table) -> {
                supervisor.apply(table);
                yield true;
            }
            case KeeperRequest.DrainSlot(var slot, var drain) -> {
                router.drain(slot, drain);
                yield true;
            }
            case KeeperRequest.Count _ -> router.counters();
            case KeeperRequest.Wake(var at) -> {
                supervisor.wake(at);
                yield true;
            }
            case KeeperRequest.End(long fence) -> {
                supervisor.raise(fence);
                end(fence);
                yield true;
            }
        };
    }

    private void end(long fence) {
        alarm.stop();
        router.destroy();
        List<String> names = supervisor.instances().stream()
                .map(com.crewyard.deployment.targets.Instance::name)
                .toList();
        supervisor.stop(names, fence);
        while (!supervisor.instances().isEmpty()) {
            pause();
        }
        databases.stop();
        ProcessTable.of(folder).forEach(left -> left.process().destroyForcibly());
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
