package com.crewyard.recruiting.platform;

import java.util.List;

/** Something a module tells whoever starts the application at a terminal, as the demonstration's log-in. */
@FunctionalInterface
public interface ReadyNotice {

    /** Short lines without indentation; none when there is nothing to say this time. */
    List<String> lines();
}
