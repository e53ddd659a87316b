/** Data to show and to measure with: an invented employer, invented people, and the resumes they send. */
@NullMarked
package com.crewyard.recruiting.demo;

import org.jspecify.annotations.NullMarked;
