package com.crewyard.recruiting.parsing;

import java.time.Duration;

/** What became of a file. */
public sealed interface ParseOutcome {

    record Parsed(ResumeProfile profile, ResumeText text) implements ParseOutcome {}

    /** Nothing in it that we can read. */
    record Unreadable(String reason) implements ParseOutcome {}

    /** Reading it took longer than the limit; the process that tried was killed. */
    record TimedOut(Duration limit) implements ParseOutcome {
        public String reason() {
            return "Reading this file took longer than %d seconds".formatted(limit.toSeconds());
        }
    }

    /** It asks for more memory, nesting or decompressed bytes than a resume needs, or broke the reader. */
    record Hostile(String reason) implements ParseOutcome {}
}
