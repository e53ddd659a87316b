/** The recruiting agent: turns what people write into jobs, candidates and answers, by rules of our own. */
@NullMarked
package com.crewyard.recruiting.agent;

import org.jspecify.annotations.NullMarked;
