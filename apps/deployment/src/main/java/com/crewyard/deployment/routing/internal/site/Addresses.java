package com.crewyard.deployment.routing.internal.site;

import com.crewyard.deployment.routing.Endpoint;
import com.crewyard.deployment.routing.RoutingException;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Endpoints as programs write them: a number, and in brackets when it is one of IPv6. */
public final class Addresses {

    private Addresses() {}

    public static String of(Endpoint endpoint) {
        return host(endpoint) + ":" + endpoint.port();
    }

    public static String host(Endpoint endpoint) {
        try {
            String number = InetAddress.getByName(endpoint.host()).getHostAddress();
            return number.contains(":") ? "[" + number + "]" : number;
        } catch (UnknownHostException e) {
            throw new RoutingException(
                    "The host \"%s\" of instance %s has no address; give the instance a host that can be looked up."
                            .formatted(endpoint.host(), endpoint.instance()),
                    e);
        }
    }
}
