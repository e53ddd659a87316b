/** How well the engine does on data with known answers, beside simple ways of doing the same. */
@NullMarked
package com.crewyard.recruiting.matching.evaluation;

import org.jspecify.annotations.NullMarked;
