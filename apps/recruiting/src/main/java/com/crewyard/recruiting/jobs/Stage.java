package com.crewyard.recruiting.jobs;

import com.crewyard.kernel.JobId;
import com.crewyard.kernel.StageId;

/**
 * A step of a job's pipeline.
 *
 * @param ordinal from 0, in the order of the board
 * @param slug what the API calls it, unique within the job
 */
public record Stage(StageId id, JobId job, int ordinal, String name, String slug, StageKind kind) {}
