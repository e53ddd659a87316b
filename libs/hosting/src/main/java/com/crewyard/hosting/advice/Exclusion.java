package com.crewyard.hosting.advice;

import java.util.List;

/**
 * Why a category or an offering does not come into question.
 *
 * @param need the field of the needs that rules it out
 * @param sources {@code file:line} of what was read
 */
public record Exclusion(String subject, String need, String reason, List<String> sources) {}
