package com.crewyard.deployment.pipelines.internal;

import com.crewyard.deployment.pipelines.PipelineSpec;
import java.nio.file.Path;

/**
 * A pipeline as one version of its file defines it.
 *
 * @param folder what its paths are relative to
 */
public record Definition(long pipeline, long version, String file, Path folder, PipelineSpec spec) {}
