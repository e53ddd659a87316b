package com.crewyard.recruiting.platform.web;

import jakarta.servlet.http.HttpServletRequest;

/** Whom a limit counts as one: an IPv4 address, or the /64 network that one IPv6 customer has. */
public final class ClientAddress {

    private static final int GROUPS_OF_A_NETWORK = 4;

    private ClientAddress() {}

    public static String of(HttpServletRequest request) {
        return networkOf(String.valueOf(request.getRemoteAddr()));
    }

    static String networkOf(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            byte[] bytes = java.net.InetAddress.ofLiteral(address).getAddress();
            StringBuilder network = new StringBuilder();
            for (int group = 0; group < GROUPS_OF_A_NETWORK && bytes.length == 16; group++) {
                network.append(Integer.toHexString((bytes[2 * group] & 0xff) << 8 | bytes[2 * group + 1] & 0xff))
                        .append(':');
            }
            return network.isEmpty() ? address : network + ":/64";
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
