package com.crewyard.hosting.spec;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An application as {@code app.yaml} describes it. Every map keeps the order of the document.
 *
 * @param backing databases, caches, queues and object storage by name
 */
public record AppSpec(
        String app,
        Map<String, Service> services,
        Map<String, Backing> backing,
        Migrations migrations,
        Map<String, CronJob> cron,
        Rollout rollout,
        Map<String, Environment> environments) {

    /**
     * A process type.
     *
     * @param image empty when it is built; one of both is always there
     * @param command what the container runs instead of its own command; empty to leave that
     * @param port handed to the process as PORT; empty for one that nobody calls
     * @param cpu in vCPUs
     */
    public record Service(
            String name,
            Optional<String> image,
            Optional<Build> build,
            List<String> command,
            OptionalInt port,
            Optional<Health> health,
            int replicas,
            double cpu,
            int memoryMebibytes,
            boolean websocket,
            Drain drain,
            Map<String, String> env,
            List<String> secrets,
            List<Route> routes,
            Optional<Autoscale> autoscale) {}

    /** @param java for a service that runs on the Java runtime from a folder of jars */
    public record Build(String context, String dockerfile, Optional<JavaProgram> java) {}

    /**
     * A class path in a folder, built before the image is.
     *
     * @param libraries the folder of jars, below the context
     * @param options for the Java runtime, on every start
     * @param train arguments of a short run that an AOT cache is learnt from; without them there is none
     * @param packages of Debian that it needs beside the runtime
     */
    public record JavaProgram(
            String mainClass, String libraries, List<String> options, List<String> train, List<String> packages) {}

    /** @param grace how long a start may take before failures count */
    public record Health(String path, Duration interval, Duration timeout, int healthy, Duration grace) {}

    /** How long a stopping instance may finish what it began. */
    public record Drain(Duration requests, Duration websockets) {

        public Duration longest() {
            return requests.compareTo(websockets) > 0 ? requests : websockets;
        }
    }

    public record Route(String host, String path) {}

    /** @param cpu the share of the CPU, in percent, that instances are kept at */
    public record Autoscale(int min, int max, int cpu) {}

    /** @param env the variable that carries its address to every service */
    public record Backing(Kind kind, String engine, String version, String env) {

        public enum Kind {
            DATABASE,
            CACHE,
            QUEUE,
            STORAGE
        }
    }

    public record Migrations(Optional<Migration> expand, Optional<Migration> contract) {}

    public record Migration(String service, List<String> command, Optional<Duration> lockTimeout) {}

    /** @param schedule five fields, as crontab(5) has them, in UTC */
    public record CronJob(String service, String schedule, List<String> command) {}

    /** @param steps shares of traffic in percent that a canary gets one after the other */
    public record Rollout(Strategy strategy, Duration window, List<Integer> steps) {

        public enum Strategy {
            RECREATE,
            ROLLING,
            BLUE_GREEN,
            CANARY
        }
    }

    /**
     * A named place.
     *
     * @param publish the port on the host
     * @param env over the services' own
     */
    public record Environment(
            String name,
            String target,
            OptionalInt publish,
            Optional<String> router,
            List<String> hosts,
            Optional<Tls> tls,
            Optional<String> region,
            Map<String, String> env) {}

    /** Either an address for a certificate from an ACME authority (RFC 8555), or files. */
    public record Tls(Optional<String> acme, Optional<String> certificate, Optional<String> key) {}
}
