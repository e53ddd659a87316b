package com.crewyard.deployment.notifications;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Which addresses a webhook that an app spec names may have: those of the internet, so that nobody reaches the engine's own
 * machine or network through it (OWASP, Server Side Request Forgery Prevention). Special-purpose ranges are those of RFC 6890.
 *
 * @param trusted hosts that may be anywhere
 */
record PublicAddresses(Set<String> trusted) {

    private static final int BYTE = 0xff;

    /**
     * The addresses of a host, each of them allowed: a connection goes to one of these and to no later answer of the DNS.
     *
     * @throws UndeliveredException when the host is unknown, or one of its addresses is not public
     */
    InetAddress[] of(String host) throws UndeliveredException {
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(host);
        } catch (UnknownHostException _) {
            throw UndeliveredException.forNow("%s is not known to the name server.".formatted(host));
        }
        if (!trusted.contains(host.toLowerCase(Locale.ROOT))
                && !Arrays.stream(addresses).allMatch(PublicAddresses::isPublic)) {
            throw UndeliveredException.forGood(
                    "%s is in a private network, which app specs do not reach; an operator allows it with %s=%s where the engine runs."
                            .formatted(host, Post.TRUSTED, host));
        }
        return addresses;
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        int first = bytes[0] & BYTE;
        int second = bytes[1] & BYTE;
        return switch (address) {
            case Inet4Address _ ->
                first != 0
                        && first < 240
                        && !(first == 100 && second >= 64 && second < 128)
                        && !(first == 192 && second == 0)
                        && !(first == 198 && (second == 18 || second == 19));
            // Only what is routed globally (2000::/3), and not the ranges that carry an IPv4 address inside.
            case Inet6Address _ ->
                first >= 0x20
                        && first < 0x40
                        && !(first == 0x20 && second == 0x02)
                        && !(first == 0x20 && second == 0x01 && bytes[2] == 0 && bytes[3] == 0);
            default -> false;
        };
    }
}
