package com.crewyard.recruiting.intake;

/**
 * A file as it was sent.
 *
 * @param fileName as the sender calls it; judged by nobody
 */
public record Upload(String fileName, byte[] bytes) {}
