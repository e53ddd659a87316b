package com.crewyard.deployment.targets.internal;

import java.util.Locale;

/** Whether something failed for want of room, by what is said of it: ENOSPC, as every Linux words it. */
public final class FullDisk {

    private static final String SAID = "no space left on device";

    private FullDisk() {}

    public static boolean isToldBy(String said) {
        return said.toLowerCase(Locale.ROOT).contains(SAID);
    }
}
