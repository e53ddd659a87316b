package com.crewyard.deployment.access;

import java.util.concurrent.Callable;

/** Whose work this thread does, from the door of the console to the engine. */
public final class Callers {

    private static final ScopedValue<Caller> CURRENT = ScopedValue.newInstance();

    private Callers() {}

    /** @throws DeniedException where nobody is known, for then nobody is let in */
    public static Caller current() {
        return CURRENT.orElseThrow(() -> new DeniedException("Sign in first."));
    }

    /** Does something in a caller's name. */
    public static <T> T as(Caller caller, Callable<T> work) throws Exception {
        return ScopedValue.where(CURRENT, caller).call(work::call);
    }
}
