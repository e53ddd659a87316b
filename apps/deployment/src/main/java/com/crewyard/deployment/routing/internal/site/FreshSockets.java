package com.crewyard.deployment.routing.internal.site;

import com.crewyard.deployment.routing.RouterSite;
import java.util.List;
import java.util.stream.Stream;

/** Starting a program that opens sockets in its folder, where one that was killed may have left them behind. */
public final class FreshSockets {

    private static final String SCRIPT = "rm -f \"$0\"/*.sock && exec \"$@\"";

    private FreshSockets() {}

    /** The command that removes them each time before the program starts, also when a container engine starts it again. */
    public static List<String> before(RouterSite site, List<String> command) {
        String any = site.path("any.sock");
        String folder = any.substring(0, any.lastIndexOf('/'));
        return Stream.concat(Stream.of("sh", "-c", SCRIPT, folder), command.stream())
                .toList();
    }
}
