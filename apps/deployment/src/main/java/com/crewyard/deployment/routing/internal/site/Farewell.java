package com.crewyard.deployment.routing.internal.site;

import com.crewyard.deployment.routing.RouterSite;
import com.crewyard.deployment.routing.RoutingException;
import java.time.Duration;

/**
 * A reload closes clients' idle connections, and a request that is on its way meets a closed door. So before one, a file tells the
 * router to close connections in good manners, with the answer: for a while each client that asks is told to come back on a new
 * connection, which a reload does not touch. Whoever asks nothing in that while would have to ask in the very moment of the reload.
 */
public final class Farewell {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(1);

    private Farewell() {}

    /** The file's name for a configuration. */
    public static String file(long generation) {
        return "closing-%d".formatted(generation);
    }

    /**
     * Says it on behalf of the configuration in force, and waits. The file stays, for workers of that configuration go on for a moment
     * after the next has begun, and must not keep a connection that they are about to close.
     */
    public static void say(RouterSite site, long generation) {
        site.rename(file(generation - 1), "closed");
        site.write(file(generation), "");
        try {
            Thread.sleep(LONG_ENOUGH);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RoutingException("Waiting for clients to leave was interrupted.", e);
        }
    }

    /** For when the next configuration did not come. */
    public static void takeBack(RouterSite site, long generation) {
        site.rename(file(generation), "closed");
    }
}
