package com.crewyard.deployment.routing;

import com.crewyard.deployment.routing.internal.caddy.CaddyRouter;
import com.crewyard.deployment.routing.internal.haproxy.HaproxyRouter;
import com.crewyard.deployment.routing.internal.local.LocalRouter;
import com.crewyard.deployment.routing.internal.nginx.NginxRouter;
import com.crewyard.deployment.routing.internal.site.LocalSite;
import com.crewyard.deployment.routing.internal.site.UnixSocket;
import java.nio.file.Path;
import java.util.List;

/** The routers there are. */
public final class Routers {

    private Routers() {}

    /** A router within this process, for the process target; it begins without a port. */
    public static ProbingRouter inProcess() {
        return new LocalRouter();
    }

    /** A program behind the port; found again, by its folder, by every engine after this one. */
    public static Router of(RouterKind kind, RouterSite site) {
        return switch (kind) {
            case HAPROXY -> new HaproxyRouter(site);
            case NGINX -> new NginxRouter(site);
            case CADDY -> new CaddyRouter(site);
        };
    }

    /**
     * A folder of this machine, whose program goes on when this process ends.
     *
     * @param addresses that ports are opened on
     */
    public static RouterSite onThisMachine(Path folder, List<String> addresses) {
        return new LocalSite(folder, addresses);
    }

    /**
     * Says something to a Unix socket of this machine and reads its answer to the end.
     *
     * @throws RoutingException when nobody answers
     */
    public static String ask(Path socket, String question) {
        return UnixSocket.ask(socket, question);
    }
}
