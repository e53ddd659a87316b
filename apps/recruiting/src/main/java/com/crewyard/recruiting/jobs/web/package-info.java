/** The pages on which a job is written and its hiring prepared. */
@NullMarked
package com.crewyard.recruiting.jobs.web;

import org.jspecify.annotations.NullMarked;
