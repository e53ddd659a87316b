package com.crewyard.kernel;

/**
 * Why one field was refused.
 *
 * @param field the name the client sent it under
 * @param message a sentence with the value and the way out
 */
public record FieldError(String field, String message) {}
