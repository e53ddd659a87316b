package com.crewyard.recruiting.platform.work;

import java.time.Duration;

/** Work that comes round: done by one process at a time, outside of any organization. */
public interface Housekeeping {

    /** Module and what is done, {@code intake.expire_uploads}; stands in the database, so it never changes. */
    String name();

    /** From the end of one round to the start of the next. */
    Duration every();

    void run();
}
