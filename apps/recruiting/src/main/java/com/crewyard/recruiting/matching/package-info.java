/**
 * How well candidates fit jobs, with the reasons. Advice, not a decision: nothing here moves, rejects or hides anybody,
 * and nothing here reads who a person is.
 */
@NullMarked
package com.crewyard.recruiting.matching;

import org.jspecify.annotations.NullMarked;
