/** Crewyard Recruiting: job board, applicant tracking, matching and recruiting agent of many organizations. */
@NullMarked
package com.crewyard.recruiting;

import org.jspecify.annotations.NullMarked;
