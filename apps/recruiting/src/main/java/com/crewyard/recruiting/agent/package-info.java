/** The recruiting agent: turns what people write into jobs, candidates and answers, by rules of our own. A model may help. */
@NullMarked
package com.crewyard.recruiting.agent;

import org.jspecify.annotations.NullMarked;
