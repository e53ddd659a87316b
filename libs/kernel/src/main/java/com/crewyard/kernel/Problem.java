package com.crewyard.kernel;

/** What went wrong, in classes that decide the HTTP status, the exit code, and who has to act. */
public enum Problem {
    /** The request contradicts what is stored or itself: a duplicate, an inconsistent combination. */
    INCONSISTENT(400),
    /** No credentials, or wrong or expired ones. */
    UNAUTHENTICATED(401),
    /** The role does not allow the operation. */
    FORBIDDEN(403),
    /** Nothing by that identifier in this organization. */
    NOT_FOUND(404),
    /** Somebody else changed it first. */
    STALE(409),
    /** More bytes than allowed. */
    TOO_LARGE(413),
    /** A file or body of a kind we do not read. */
    UNSUPPORTED_TYPE(415),
    /** Fields that do not pass validation; the details name them. */
    INVALID(422),
    /** Too many attempts in a window of time. */
    THROTTLED(429),
    /** Something we depend on does not answer. */
    UNAVAILABLE(503);

    private final int status;

    Problem(int status) {
        this.status = status;
    }

    /** The HTTP status code (RFC 9110, section 15). */
    public int status() {
        return status;
    }
}
