package com.crewyard.benchmarks;

import com.crewyard.deployment.catalog.RefusedException;
import com.crewyard.deployment.engine.DeployRequest;
import com.crewyard.deployment.engine.Engine;
import com.crewyard.deployment.engine.EngineSettings;
import com.crewyard.testing.BareHost;
import com.crewyard.testing.BaseImages;
import com.crewyard.testing.ContainerHost;
import com.crewyard.testing.DatabaseImage;
import com.crewyard.testing.HostImage;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Where Crewyard Recruiting is deployed to, and what has to be there because no registry is asked. */
enum OwnPlace {
    PROCESS("local") {
        @Override
        String where() {
            return "target: process";
        }

        @Override
        String variables(int port) {
            return ", CREWYARD_ENV: development, CREWYARD_DEMO: 'false', CREWYARD_PUBLIC_URL: 'http://localhost:%d', CREWYARD_LOG: text"
                    .formatted(port);
        }
    },
    CONTAINER("host") {
        @Override
        String where() {
            return "target: container, router: haproxy";
        }

        @Override
        EngineSettings settings(Path state) {
            return new EngineSettings(
                    state, Optional.empty(), Optional.of(ContainerHost.get().address()), Optional.empty());
        }

        @Override
        void provide(Engine engine, DeployRequest request) {
            images(ContainerHost.get());
            HostImage.withShell()
                    .programs("haproxy", "ln", "mv", "sort", "head")
                    .load(ContainerHost.get(), "docker.io/library/haproxy:3.0");
        }
    },
    SSH("vm") {
        @Override
        String where() {
            return "target: ssh, router: nginx, hosts: [{address: '%s@%s', key: '%s'}]"
                    .formatted(
                            BareHost.USER,
                            BareHost.get().address(),
                            BareHost.get().key());
        }

        @Override
        String address() {
            return BareHost.get().address();
        }

        @Override
        EngineSettings settings(Path state) {
            return new EngineSettings(
                    state,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(BareHost.get().identity()));
        }

        /** There is no engine for them before somebody wants to deploy. */
        @Override
        void provide(Engine engine, DeployRequest request) {
            try {
                engine.deployments().plan(request);
            } catch (RefusedException e) {
                System.out.println("the host is prepared; of its images it is said: " + e.getMessage());
            }
            ContainerHost host = BareHost.get().engine("/run/crewyard/engine.sock");
            images(host);
            HostImage.withShell()
                    .programs("nginx", "ln", "mv", "sort", "head")
                    .text("/etc/nginx/mime.types", "types { }\n")
                    .load(host, "docker.io/library/nginx:1.28");
        }
    };

    private final String environment;

    /** @param environment of the app spec */
    OwnPlace(String environment) {
        this.environment = environment;
    }

    String environment() {
        return environment;
    }

    String target() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As an environment of the app spec has it. */
    abstract String where();

    /**
     * More variables of the environment.
     *
     * @param port of the pages
     */
    String variables(int port) {
        return "";
    }

    /** Where its ports are. */
    String address() {
        return "localhost";
    }

    EngineSettings settings(Path state) {
        return new EngineSettings(state, Optional.empty());
    }

    void provide(Engine engine, DeployRequest request) {}

    private static void images(ContainerHost host) {
        BaseImages.debian(host);
        BaseImages.jdk(host);
        DatabaseImage.load(host, "17");
    }
}
