package com.crewyard.deployment.targets.internal.ssh;

import com.crewyard.deployment.routing.RouterFiles;
import com.crewyard.deployment.routing.Routers;
import com.crewyard.deployment.routing.RoutingException;
import com.crewyard.deployment.targets.TargetException;
import com.crewyard.deployment.targets.internal.container.CutOffException;
import com.crewyard.deployment.targets.internal.ssh.SshConnection.Ran;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The folder of a router on a host, and a shorter one for its sockets, whose addresses have little room. */
record SshRouterFiles(SshFolder folder, String sockets) implements RouterFiles {

    @Override
    public List<String> addresses() {
        return List.of("0.0.0.0");
    }

    @Override
    public Provided provide() {
        return routing(() -> {
            String owner = run("umask 077; mkdir -p %s %s && echo $(id -u):$(id -g)".formatted(folder.path(), sockets));
            return new Provided(List.of(folder.path(), sockets), owner);
        });
    }

    @Override
    public String path(String file) {
        return (file.endsWith(".sock") ? sockets : folder.path()) + "/" + file;
    }

    @Override
    public Optional<String> read(String file) {
        return routing(() -> folder.read(file));
    }

    @Override
    public long size(String file) {
        return routing(() -> Long.parseLong(run("stat -c %%s %s 2>/dev/null || echo 0".formatted(path(file)))));
    }

    @Override
    public byte[] readFrom(String file, long offset) {
        return routing(() -> folder.readFrom(file, offset).orElse(new byte[0]));
    }

    @Override
    public void write(String file, String text) {
        routing(() -> {
            folder.write(file, text);
            return true;
        });
    }

    @Override
    public void rename(String from, String to) {
        routing(() -> run("test ! -e %1$s || mv -fT %1$s %2$s".formatted(path(from), path(to))));
    }

    @Override
    public boolean isFree(int port) {
        return routing(() -> run("ss -Hltn 'sport = :%d'".formatted(port))).isEmpty();
    }

    @Override
    public String ask(String socket, String question) {
        return routing(() -> {
            SshConnection.Forward forward = folder.connection().forwarded(path(socket));
            try {
                return Routers.ask(forward.socket(), question);
            } catch (RoutingException e) {
                throw folder.connection().isCut(forward) ? new CutOffException(e) : e;
            }
        });
    }

    @Override
    public void remove() {
        routing(() -> run("rm -rf %s %s".formatted(folder.path(), sockets)));
    }

    private String run(String script) {
        Ran ran = folder.connection().run(script, new byte[0]);
        return folder.done("used", "", ran).said().strip();
    }

    private static <T> T routing(Supplier<T> work) {
        try {
            return work.get();
        } catch (TargetException e) {
            throw new RoutingException(String.valueOf(e.getMessage()), e);
        }
    }
}
