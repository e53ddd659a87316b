package com.crewyard.deployment.targets.internal.container;

import com.crewyard.deployment.routing.Endpoint;
import com.crewyard.deployment.targets.EnvironmentRef;
import java.nio.file.Path;

/** The machine that a container engine runs on, as this process gets at it. */
public interface EngineMachine extends AutoCloseable {

    /** The engine's address for a client in this process. */
    String engine();

    /** Where the engine is, for sentences: {@code at unix:///var/run/docker.sock}, {@code on deploy@vm1.example.com}. */
    String called();

    /** What to do when the engine does not answer, as the end of a sentence. */
    String remedy();

    /**
     * Has the machine reachable, before each question to the engine; returns at once when it is.
     *
     * @throws com.crewyard.deployment.targets.TargetException when it cannot be
     */
    void connect();

    /** Whether a question that got no answer may be put again, since the way to the engine may have been cut meanwhile. */
    boolean isFarAway();

    /** Gets what the engine needs ready, once; returns at once when it is. */
    void prepare();

    /** Whether {@link #prepare} has been done, by whomever. */
    boolean isPrepared();

    /**
     * Refuses an engine that is not where it is thought to be.
     *
     * @param host its own word for the machine it is on
     */
    void require(String host);

    /** Where this process reaches what the machine has at an address. */
    Endpoint reach(Endpoint there);

    /**
     * What an environment keeps there.
     *
     * @param root a folder of the environment's own on this machine
     * @param lasting another, for what is to outlive the environment
     */
    Premises premises(EnvironmentRef environment, Path root, Path lasting);

    @Override
    void close();
}
