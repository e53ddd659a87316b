package com.crewyard.deployment.routing;

import java.util.List;
import java.util.Optional;

/**
 * The folder of a router's own, where its program runs: on this machine or a host far away, so nothing of it is taken to be a file of ours.
 *
 * <p>Every operation throws {@link RoutingException} when the place cannot be reached or refuses.
 */
public interface RouterFiles {

    /**
     * Folders as they are on the machine they are on.
     *
     * @param folders of files and of sockets; one where both are the same
     * @param owner whose they are, as {@code UID:GID}
     */
    record Provided(List<String> folders, String owner) {}

    /** Addresses that ports are opened on, such as {@code 127.0.0.1} and {@code ::1}, or {@code 0.0.0.0}. */
    List<String> addresses();

    /** Makes the folders unless they are there. */
    Provided provide();

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

    /** Says something to a Unix socket of the folder and reads its answer to the end. */
    String ask(String socket, String question);

    /** Removes the folder. */
    void remove();
}
