package com.crewyard.recruiting.files.internal;

/** The file storage failed; the message says where and how. */
public final class BlobStoreException extends RuntimeException {

    BlobStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
