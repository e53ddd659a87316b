package com.crewyard.deployment.targets.internal.container;

import java.util.Optional;

/** A small file that nobody but its user may read. */
public interface PrivateFile {

    /** Empty when there is none. */
    Optional<String> read();

    /** All of it or nothing, even when the machine dies in the middle. */
    void write(String text);

    /** For sentences. */
    String called();
}
