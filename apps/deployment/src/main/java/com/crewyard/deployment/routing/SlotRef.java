package com.crewyard.deployment.routing;

import java.util.regex.Pattern;

/**
 * One deployed copy of an application within its environment, such as {@code blue-7}.
 *
 * @param name lower-case letters, digits and dashes, at most 63, so that it fits host names and routers' own names
 */
public record SlotRef(String name) {

    private static final String COPIES = "-copies";
    private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    public SlotRef {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is no name of a slot: lower-case letters, digits and dashes, at most 63".formatted(name));
        }
    }

    /** The same slot as one that gets copies of requests, which are counted apart. */
    public SlotRef copies() {
        return new SlotRef(name + COPIES);
    }

    public boolean isCopies() {
        return name.endsWith(COPIES);
    }

    @Override
    public String toString() {
        return name;
    }
}
