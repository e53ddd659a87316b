package com.crewyard.cli;

import com.crewyard.recruiting.RecruitingApplication;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationListener;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "run",
        customSynopsis = "./crewyard run [OPTIONS]",
        description = {
            "Builds what is stale, starts the recruiting platform and tells its address.",
            "",
            "Everything it keeps is in the data directory, among it an embedded PostgreSQL. Ctrl-C stops both.",
            ""
        },
        footer = {
            "",
            "Environment:",
            "  DATABASE_URL, SQLALCHEMY_DATABASE_URI  a PostgreSQL server to use instead of the embedded one",
            "  CREWYARD_ENV=production                refuses settings that are only fit for development",
            "  SECRET_KEY                             seals and signs; required in production",
            "  CREWYARD_LOG=json|text                 structured or readable logs; json unless on a terminal",
            "  PORT                                   the port when --port is not given"
        })
final class RunCommand implements Callable<Integer> {

    static final int ANY_FREE_PORT = 0;

    /** What one process does; every role but {@link #ALL} leaves the rest to other processes on the same database. */
    enum Role {
        ALL(8000),
        API(8000),
        WEB(8501),
        WORKER(8502);

        private final int port;

        Role(int port) {
            this.port = port;
        }
    }

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port to listen on: 8000 by default, 8501 for web, 8502 for worker (health only).")
    private @Nullable Integer port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where everything is kept; ./data by default. Created when missing.")
    private @Nullable Path data;

    @Option(
            names = "--no-demo",
            description = "Do not bring the demonstration organization on the first start; production never does.")
    private boolean withoutDemonstration;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            defaultValue = "all",
            description = "What this process does: all, api, web or worker. Default: all.")
    private Role role = Role.ALL;

    @Option(names = "--open", description = "Open the address in a browser when it is ready.")
    private boolean open;

    @Override
    public Integer call() {
        int listenOn = port();
        requireFree(listenOn);
        start(listenOn, new ReadyBanner(open));
        return 0;
    }

    /** Starts the application and returns when it is ready; it then goes on until the process is told to stop. */
    private void start(int listenOn, ApplicationListener<?> banner) {
        SpringApplication application = new SpringApplication(RecruitingApplication.class);
        application.setDefaultProperties(Map.of("spring.main.log-startup-info", "false"));
        application.addListeners(banner);
        application.run(arguments(listenOn).toArray(String[]::new));
    }

    private List<String> arguments(int listenOn) {
        List<String> arguments = new ArrayList<>(ConsoleLog.settings());
        arguments.add("--server.port=" + listenOn);
        arguments.add("--crewyard.role=" + role.name().toLowerCase(java.util.Locale.ROOT));
        if (data != null) {
            arguments.add("--crewyard.data=" + data);
        }
        if (withoutDemonstration) {
            arguments.add("--crewyard.demo=false");
        }
        return arguments;
    }

    private int port() {
        if (port != null) {
            return requireValid(port, "--port");
        }
        String environment = System.getenv("PORT");
        if (environment == null || environment.isBlank()) {
            return role.port;
        }
        try {
            return requireValid(Integer.parseInt(environment.strip()), "PORT");
        } catch (NumberFormatException e) {
            throw new StartRefusedException("PORT is \"%s\", which is no port number.".formatted(environment));
        }
    }

    private static int requireValid(int port, String name) {
        if (port < ANY_FREE_PORT || port > 65_535) {
            throw new StartRefusedException("%s is %d; a port is between 1 and 65535.".formatted(name, port));
        }
        return port;
    }

    /** Asked before anything else starts, for the answer is then immediate. */
    static void requireFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(port));
        } catch (IOException e) {
            throw StartRefusedException.ofPort(port, e);
        }
    }
}
