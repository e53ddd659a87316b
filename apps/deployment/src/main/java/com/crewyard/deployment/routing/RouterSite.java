package com.crewyard.deployment.routing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The place where a router's program runs: a folder of its own there, one program, and what can be asked of it.
 *
 * <p>Every operation throws {@link RoutingException} when the place cannot be reached or refuses.
 */
public interface RouterSite extends RouterFiles {

    /**
     * What a command that ran to its end left.
     *
     * @param said on both of its outputs
     */
    record Ran(int exitCode, String said) {}

    /** Where a program of the system is. Refuses with a sentence that says how to install it. */
    String program(String name);

    Ran run(List<String> command);

    /** What tells this run of the program from any other; empty when it does not run. */
    Optional<String> running();

    /** Starts the program, which lives on when we die; what an earlier one left behind is ended first. */
    void start(List<String> command);

    /** Sends a signal to the program, such as {@code HUP}; nothing when it does not run. */
    void signal(String name);

    /** What the program said on its outputs in this run, the end of it. */
    String said();

    /** Ends the program and whatever it started, after this long by force. */
    void stop(Duration patience);

    /** Ends the program and removes the folder. */
    @Override
    void remove();
}
