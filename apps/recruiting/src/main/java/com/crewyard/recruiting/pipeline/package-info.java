/** Applications and their way through the stages of a job, up to the hire or the rejection. */
@NullMarked
package com.crewyard.recruiting.pipeline;

import org.jspecify.annotations.NullMarked;
