package com.crewyard.recruiting.files;

/**
 * A file of an organization.
 *
 * @param sha256 of its bytes, 64 lower-case hexadecimal digits
 * @param size in bytes
 * @param mediaType as judged when it was first stored
 */
public record StoredFile(String sha256, long size, String mediaType) {}
