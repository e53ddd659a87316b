package com.crewyard.hosting.research;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A bound that a document states of a vendor or category.
 *
 * @param subject whose bound it is, in the document's words
 * @param quantities empty for a bound without a number, such as "execution time limits"
 * @param asOf the day (or the first of the month) of which the document says it
 */
public record Limit(String subject, String text, List<Quantity> quantities, Optional<LocalDate> asOf, int line) {}
