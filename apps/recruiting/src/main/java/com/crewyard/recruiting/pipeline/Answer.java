package com.crewyard.recruiting.pipeline;

import java.util.Optional;

/**
 * What a candidate answered, with the question as it was asked.
 *
 * @param kind the question's kind
 * @param value for several choices one a line; for a file its name
 * @param file SHA-256 of an answer that is a file
 */
public record Answer(Optional<Long> question, String label, String kind, String value, Optional<String> file) {}
