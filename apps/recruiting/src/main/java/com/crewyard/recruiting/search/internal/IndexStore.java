package com.crewyard.recruiting.search.internal;

import java.util.Optional;

/** Where the indexes of one organization are kept: the one that serves, and sometimes the one that will replace it. */
public interface IndexStore {

    /**
     * What there was.
     *
     * @param reason why a new one has to be built; empty when the index is complete and of today's form
     */
    record Found(Optional<SearchIndex> index, Optional<String> reason) {}

    /** The latest that is complete and can be read. */
    Found open();

    /** A new one beside what is there. */
    SearchIndex create();

    /** From now on the one last created serves. */
    void keepOnlyLatest();

    /** After a build that failed. */
    void dropUnfinished();

    /** Whether other processes write the same index, so that it may have moved on since this one last looked. */
    default boolean isShared() {
        return false;
    }

    /** Does this while no other process writes. */
    default void writing(Runnable work) {
        work.run();
    }

    /** Does this while no other process builds. */
    default void building(Runnable work) {
        work.run();
    }
}
