package com.crewyard.deployment.routing;

/** A router that can be asked to look at its instances before requests find out. */
public interface ProbingRouter extends Router {

    /** Connects to every instance once; those that refuse get no request until they accept. */
    void probe();
}
