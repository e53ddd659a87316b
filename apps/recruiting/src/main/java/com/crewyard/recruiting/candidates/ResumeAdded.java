package com.crewyard.recruiting.candidates;

import com.crewyard.kernel.CandidateId;

/** Published in the transaction that adds a resume, so that reading it can be enqueued with it. */
public record ResumeAdded(ResumeId resume, CandidateId candidate) {}
