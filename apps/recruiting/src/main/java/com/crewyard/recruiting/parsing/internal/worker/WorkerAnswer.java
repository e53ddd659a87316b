package com.crewyard.recruiting.parsing.internal.worker;

import com.crewyard.recruiting.parsing.ResumeText;
import java.time.Duration;

/** What a child, or its end, said about a file. */
public sealed interface WorkerAnswer {

    record Text(ResumeText text) implements WorkerAnswer {}

    record Nothing(String reason) implements WorkerAnswer {}

    record TooComplex(String reason) implements WorkerAnswer {}

    record TimedOut(Duration limit) implements WorkerAnswer {}

    /** The child ended while it had the file. */
    record Died(String reason) implements WorkerAnswer {}
}
