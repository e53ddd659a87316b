/** Reads jobs out of prompts and requisitions. What is not in the text is not in the result. */
@NullMarked
package com.crewyard.recruiting.agent.internal.reading;

import org.jspecify.annotations.NullMarked;
