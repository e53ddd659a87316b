package com.crewyard.hosting.spec;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A machine reached over SSH.
 *
 * @param destination {@code USER@NAME}, or a name alone; names of ~/.ssh/config count
 * @param port of its SSH server; empty for the usual one
 * @param key the fingerprint its host key has to have, as {@code SHA256:…}; empty when it is among the user's known hosts
 */
public record SshHost(String destination, OptionalInt port, Optional<String> key) {

    private static final Pattern ADDRESS = Pattern.compile(
            "((?:[a-zA-Z0-9_][\\w.-]{0,63}@)?(?:[a-zA-Z0-9][\\w.-]{0,252}|\\[[0-9a-fA-F:.]{2,45}]))(?::(\\d{1,5}))?");
    private static final Pattern FINGERPRINT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");

    /**
     * @param address such as {@code deploy@vm1.example.com:22}
     * @throws IllegalArgumentException in a clause that names what is wrong
     */
    public static SshHost of(String address, Optional<String> key) {
        Matcher matcher = ADDRESS.matcher(address);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is not an address such as deploy@vm1.example.com:22".formatted(address));
        }
        OptionalInt port =
                matcher.group(2) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(matcher.group(2)));
        return new SshHost(matcher.group(1).replaceAll("[\\[\\]]", ""), port, key.map(SshHost::fingerprint));
    }

    /** @throws IllegalArgumentException when it is none, in a clause that shows one */
    static String fingerprint(String text) {
        if (!FINGERPRINT.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is not a fingerprint such as ssh-keygen -l prints it, SHA256: and 43 letters"
                            .formatted(text));
        }
        return text;
    }

    /** What {@link #text} wrote. */
    public static SshHost ofText(String text) {
        String[] words = text.split(" ", 2);
        return of(words[0], words.length > 1 ? Optional.of(words[1]) : Optional.empty());
    }

    /** Its name or address alone, as it stands in a URL (RFC 3986, section 3.2.2). */
    public String name() {
        String name = destination.substring(destination.indexOf('@') + 1);
        return name.contains(":") ? "[" + name + "]" : name;
    }

    /** All of it, in a line. */
    public String text() {
        return this + key.map(print -> " " + print).orElse("");
    }

    /** The address alone, without what is pinned. */
    @Override
    public String toString() {
        String name =
                destination.contains(":") ? destination.replaceFirst("(@|^)(?=[^@]*$)", "$1[") + "]" : destination;
        return name + (port.isPresent() ? ":" + port.getAsInt() : "");
    }
}
