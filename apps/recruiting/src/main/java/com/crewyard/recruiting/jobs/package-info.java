/**
 * The internal role and what belongs to it: its post on the careers site, stages, application questions, hiring team and
 * openings.
 */
@NullMarked
package com.crewyard.recruiting.jobs;

import org.jspecify.annotations.NullMarked;
