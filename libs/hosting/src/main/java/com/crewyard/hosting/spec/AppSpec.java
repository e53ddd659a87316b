package com.crewyard.hosting.spec;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

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
        Map<String, Environment> environments,
        Optional<Previews> previews) {

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

    /**
     * When an instance counts as ready.
     *
     * @param path asked for by GET, unless {@code tcp} or {@code command} says otherwise
     * @param tcp whether a connection is enough
     * @param command run beside the instance, healthy with exit code 0; empty for none
     * @param grace how long a start may take before failures count
     */
    public record Health(
            String path,
            boolean tcp,
            List<String> command,
            Duration interval,
            Duration timeout,
            int healthy,
            Duration grace) {}

    /** How long a stopping instance may finish what it began. */
    public record Drain(Duration requests, Duration websockets) {

        public Duration longest() {
            return requests.compareTo(websockets) > 0 ? requests : websockets;
        }
    }

    public record Route(String host, String path) {}

    /** @param cpu the share of the CPU, in percent, that instances are kept at */
    public record Autoscale(int min, int max, int cpu) {}

    /**
     * What services keep their data in.
     *
     * @param env the variable that carries its address to every service
     * @param folder of object storage: the variable that carries a folder instead, where nobody gave an address and the target has one
     */
    public record Backing(Kind kind, String engine, String version, String env, Optional<String> folder) {

        public enum Kind {
            DATABASE,
            CACHE,
            QUEUE,
            STORAGE
        }
    }

    public record Migrations(Optional<Migration> expand, Optional<Migration> contract) {

        /** Those halves that there are, by their keys. */
        public Map<String, Migration> halves() {
            Map<String, Migration> halves = new TreeMap<>();
            expand.ifPresent(half -> halves.put("expand", half));
            contract.ifPresent(half -> halves.put("contract", half));
            return halves;
        }
    }

    /**
     * A command that changes the schema.
     *
     * @param sql files and folders of the SQL that it applies, relative to what a build's context is relative to; empty when
     *     nobody says
     */
    public record Migration(String service, List<String> command, Optional<Duration> lockTimeout, List<String> sql) {}

    /**
     * A command that runs at times of its own.
     *
     * @param schedule five fields, as crontab(5) has them, in UTC
     * @param timeout after which Crewyard's own engine ends it
     */
    public record CronJob(String service, String schedule, List<String> command, Duration timeout) {}

    /**
     * How a release takes over.
     *
     * @param window how long the former release stays at hand afterwards
     * @param steps shares of traffic in percent that a canary gets one after the other
     * @param pause how long each of these steps lasts
     * @param batch how many instances of a service a rolling release replaces at once
     * @param before runs when everything is checked and nothing changed yet; its failure stops the rollout
     * @param after runs when the release has all the traffic; its failure brings the former one back
     * @param freeze when nothing is rolled out
     * @param analysis how a canary is judged; without it, only by instances that end and by answers that mostly fail
     */
    public record Rollout(
            Strategy strategy,
            Duration window,
            List<Integer> steps,
            Duration pause,
            int batch,
            Optional<Hook> before,
            Optional<Hook> after,
            List<Freeze> freeze,
            Optional<Analysis> analysis) {

        public enum Strategy {
            RECREATE,
            ROLLING,
            BLUE_GREEN,
            CANARY,
            /** The new release gets copies of requests first, whose answers nobody sees. */
            SHADOW;

            /** Whether the former release stays at hand, so that going back takes no start. */
            public boolean keepsFormer() {
                return this == BLUE_GREEN || this == CANARY || this == SHADOW;
            }
        }
    }

    /**
     * Statistics on a canary, looked at when each of its steps ends.
     *
     * @param errors how much higher its share of failed requests may be; 0.005 is half a percentage point
     * @param slower by which share all its response times may be longer
     * @param tail by which share its 95th percentile may be longer
     * @param undecided what happens when the last look could not decide
     * @param prometheus where metrics beside the router's own are asked for
     * @param interval between two points of such a metric
     */
    public record Analysis(
            double errors,
            double slower,
            double tail,
            Undecided undecided,
            Optional<String> prometheus,
            Duration interval,
            List<AnalysisMetric> metrics) {

        public enum Undecided {
            ROLLBACK,
            /** Wait for a person. */
            HOLD
        }
    }

    /**
     * A metric in PromQL: either {@code query}, or {@code requests} and {@code errors}.
     *
     * @param worse higher, lower or either
     * @param allowed how much worse it may be: a share of the old release's value, or of requests
     */
    public record AnalysisMetric(
            String name,
            Optional<String> query,
            Optional<String> requests,
            Optional<String> errors,
            String worse,
            double allowed) {}

    /** A command of one's own at a moment of a rollout. */
    public record Hook(String service, List<String> command, Duration timeout) {}

    /**
     * A time of each week.
     *
     * @param from such as {@code fri 16:00}
     * @param to such as {@code mon 07:00}; before {@code from}, it is the next week's
     */
    public record Freeze(WeekTime from, WeekTime to, ZoneId zone) {

        public boolean covers(Instant moment) {
            ZonedDateTime there = moment.atZone(zone);
            int now = new WeekTime(there.getDayOfWeek(), there.toLocalTime()).minute();
            return from.minute() <= to.minute()
                    ? now >= from.minute() && now < to.minute()
                    : now >= from.minute() || now < to.minute();
        }

        @Override
        public String toString() {
            return "%s to %s, %s".formatted(from, to, zone);
        }
    }

    /** A minute of the week. */
    public record WeekTime(DayOfWeek day, LocalTime time) {

        int minute() {
            return ((day.getValue() - 1) * 24 + time.getHour()) * 60 + time.getMinute();
        }

        @Override
        public String toString() {
            return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH) + " " + time;
        }
    }

    /**
     * A named place.
     *
     * @param publish the port on the host
     * @param batch how many hosts a release takes at once
     * @param env over the services' own
     */
    public record Environment(
            String name,
            String target,
            OptionalInt publish,
            Optional<String> router,
            List<SshHost> hosts,
            int batch,
            Optional<Tls> tls,
            Optional<String> region,
            Map<String, String> env,
            List<Notification> notifications) {}

    /**
     * Who hears of what happens in an environment; one of the three ways.
     *
     * @param slack the engine's variable with the address of a Slack-compatible webhook
     * @param email addresses
     * @param webhook an address that gets a JSON document
     * @param secret the engine's variable with the key of that document's signature
     * @param events all of them, when none is named
     */
    public record Notification(
            Optional<String> slack,
            List<String> email,
            Optional<String> webhook,
            Optional<String> secret,
            List<Event> events) {

        /** What there is to hear. */
        public enum Event {
            STARTED,
            /** Somebody has to promote or approve. */
            AWAITING,
            LIVE,
            /** It goes back, and why. */
            FAILED,
            ROLLED_BACK,
            DRIFT;

            /** As the app spec has it: {@code rolled-back}. */
            public String code() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }
    }

    /** Either an address for a certificate from an ACME authority (RFC 8555), or files. */
    public record Tls(Optional<String> acme, Optional<String> certificate, Optional<String> key) {}

    /**
     * Environments for pull requests, each with databases of its own, that go away by themselves.
     *
     * @param environment whose target, router and variables they take
     * @param host what the routes' hosts are there, with {@code {number}} in it; empty to leave those out
     * @param ports the published ports to choose from
     * @param ttl how long one stays after its last release
     * @param limit how many there are at once
     * @param env over the environment's own; {@code {number}}, {@code {host}} and {@code {port}} stand for the preview's
     */
    public record Previews(
            String environment,
            Optional<String> host,
            PortRange ports,
            Duration ttl,
            int limit,
            Map<String, String> env) {

        public static final String NUMBER = "{number}";
    }

    /** @param last included */
    public record PortRange(int first, int last) {

        public int size() {
            return last - first + 1;
        }

        @Override
        public String toString() {
            return first + "-" + last;
        }
    }
}
