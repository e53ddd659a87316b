package com.crewyard.deployment.routing.internal.site;

import com.crewyard.deployment.routing.RouterSite;
import com.crewyard.deployment.routing.RouterSite.Ran;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Connections from the place of the router to instances, by address, from the system's own table (Linux: proc(5),
 * {@code /proc/net/tcp}). Routers that reload do not tell how many there are; since each serves one request or WebSocket, they are what is open.
 */
public final class OpenConnections {

    private static final String ESTABLISHED = "01";
    private static final String CLOSED_BY_INSTANCE = "08";

    private OpenConnections() {}

    public static ToLongFunction<String> at(RouterSite site) {
        Ran ran = site.run(List.of("cat", "/proc/net/tcp", "/proc/net/tcp6"));
        Map<String, Long> open = new HashMap<>();
        ran.said().lines().map(String::strip).filter(line -> line.contains(":")).forEach(line -> {
            List<String> cells = Arrays.asList(line.split("\\s+", -1));
            if (cells.size() > 3
                    && (cells.get(3).equals(ESTABLISHED) || cells.get(3).equals(CLOSED_BY_INSTANCE))) {
                open.merge(address(cells.get(2)), 1L, Long::sum);
            }
        });
        return address -> open.getOrDefault(address, 0L);
    }

    /** Of a number in hexadecimal, each word of it in the order of the machine, which for all that we run on is reversed. */
    private static String address(String cell) {
        String[] parts = cell.split(":", -1);
        if (parts.length != 2 || parts[0].length() != 8) {
            return cell; // an address of IPv6 is compared as it is written, and hosts of instances are seldom one
        }
        byte[] bytes = HexFormat.of().parseHex(parts[0]);
        return "%d.%d.%d.%d:%d"
                .formatted(
                        bytes[3] & 0xff,
                        bytes[2] & 0xff,
                        bytes[1] & 0xff,
                        bytes[0] & 0xff,
                        Integer.parseInt(parts[1], 16));
    }
}
