package com.crewyard.deployment.routing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The place where a router's program runs: a folder of its own there, one program, and what can be asked of it. A site may be this
 * machine, a container or a host far away, so nothing of it is taken to be a file of ours.
 *
 * <p>Every operation throws {@link RoutingException} when the place cannot be reached or refuses.
 */
public interface RouterSite {

    /**
     * What a command that ran to its end left.
     *
     * @param said on both of its outputs
     */
    record Ran(int exitCode, String said) {}

    /** Addresses that ports are opened on, such as {@code 127.0.0.1} and {@code ::1}, or {@code 0.0.0.0}. */
    List<String> addresses();

    /** Where a program of the system is. Refuses with a sentence that says how to install it. */
    String program(String name);

    /** How a file of the folder is called there, for commands and configurations. */
    String path(String file);

    Optional<String> read(String file);

    /** In bytes; 0 when there is no such file. */
    long size(String file);

    /** The text of a file from an offset in bytes on, at most a few megabytes of it; empty when there is no such file. */
    byte[] readFrom(String file, long offset);

    /** All of it or nothing, even when the machine dies in the middle. */
    void write(String file, String text);

    /** Replaces the target; does nothing when there is no such file. */
    void rename(String from, String to);

    /** Whether nobody has a port on any of the addresses. */
    boolean isFree(int port);

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

    /** Says something to a Unix socket of the folder and reads its answer to the end. */
    String ask(String socket, String question);

    /** Ends the program and removes the folder. */
    void remove();
}
