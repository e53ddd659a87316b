/**
 * The append-only journal of everything that happens in an organization. Activity feeds, live pages, derived indexes
 * and the log all read from it, each from a cursor of its own.
 */
@NullMarked
package com.crewyard.recruiting.activity;

import org.jspecify.annotations.NullMarked;
