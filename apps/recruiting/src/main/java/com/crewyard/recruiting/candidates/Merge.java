package com.crewyard.recruiting.candidates;

import com.crewyard.kernel.CandidateId;
import java.time.Instant;

/** Two candidates who became one, and can become two again. */
public record Merge(long id, CandidateId kept, CandidateId merged, String mergedName, String byName, Instant at) {}
