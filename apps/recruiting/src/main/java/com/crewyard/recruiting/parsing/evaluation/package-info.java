/** How well resumes are read, measured against known truth. */
@NullMarked
package com.crewyard.recruiting.parsing.evaluation;

import org.jspecify.annotations.NullMarked;
