/**
 * Durable background work. What follows from a decision is written down in the decision's own transaction, and done by
 * any process that plays the worker, once or again after a crash, until it has succeeded.
 */
@NullMarked
package com.crewyard.recruiting.platform.work;

import org.jspecify.annotations.NullMarked;
