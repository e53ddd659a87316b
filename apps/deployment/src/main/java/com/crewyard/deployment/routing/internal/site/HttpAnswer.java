package com.crewyard.deployment.routing.internal.site;

import com.crewyard.deployment.routing.RouterSite;
import com.crewyard.deployment.routing.RoutingException;
import java.nio.charset.StandardCharsets;

/** One HTTP exchange over a Unix socket of a site. */
public record HttpAnswer(int status, String body) {

    private static final int REFUSED = 400;

    public static HttpAnswer of(RouterSite site, String socket, String method, String path, String body) {
        String answer = site.ask(
                socket,
                "%s %s HTTP/1.0\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(method, path, body.getBytes(StandardCharsets.UTF_8).length, body));
        int head = answer.indexOf("\r\n\r\n");
        String[] status = answer.split(" ", 3);
        if (head < 0 || status.length < 2 || !status[1].matches("\\d{3}")) {
            throw new RoutingException("%s gave no answer in HTTP.".formatted(site.path(socket)));
        }
        return new HttpAnswer(Integer.parseInt(status[1]), answer.substring(head + 4));
    }

    public boolean refused() {
        return status >= REFUSED;
    }
}
