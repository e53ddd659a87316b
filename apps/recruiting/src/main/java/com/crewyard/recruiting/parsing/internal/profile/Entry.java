package com.crewyard.recruiting.parsing.internal.profile;

import java.util.List;
import java.util.Optional;

/**
 * A position or a course of study, before anyone knows which of its phrases is what.
 *
 * @param headers phrases of its heading lines, without dates, in reading order
 * @param body what follows, one slice a line
 */
record Entry(List<Slice> headers, Optional<DateRange> dates, List<Slice> body) {}
