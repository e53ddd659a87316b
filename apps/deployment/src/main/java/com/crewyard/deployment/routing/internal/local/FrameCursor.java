package com.crewyard.deployment.routing.internal.local;

/** Knows where in a stream of WebSocket frames (RFC 6455, section 5.2) one is. */
final class FrameCursor {

    private static final int LENGTH_BITS = 0x7f;
    private static final int MASKED = 0x80;
    private static final int LENGTH_IN_TWO_BYTES = 126;
    private static final int LENGTH_IN_EIGHT_BYTES = 127;

    private final byte[] header = new byte[14];
    private int headerBytes;
    private long payloadLeft;

    boolean isBetweenFrames() {
        return headerBytes == 0 && payloadLeft == 0;
    }

    /** How many bytes from {@code offset} on belong to the frame begun, at most up to its end; they count as passed. */
    int advance(byte[] bytes, int offset, int end) {
        int at = offset;
        while (at < end && payloadLeft == 0) {
            header[headerBytes++] = bytes[at++];
            if (headerBytes >= 2 && headerBytes == headerLength()) {
                payloadLeft = payloadLength();
                headerBytes = 0;
                if (payloadLeft == 0) {
                    return at - offset;
                }
            }
        }
        long payload = Math.min(payloadLeft, end - at);
        payloadLeft -= payload;
        return (int) (at - offset + payload);
    }

    private int headerLength() {
        int extended = switch (header[1] & LENGTH_BITS) {
            case LENGTH_IN_TWO_BYTES -> 2;
            case LENGTH_IN_EIGHT_BYTES -> 8;
            default -> 0;
        };
        return 2 + extended + ((header[1] & MASKED) == 0 ? 0 : 4);
    }

    private long payloadLength() {
        int bits = header[1] & LENGTH_BITS;
        if (bits < LENGTH_IN_TWO_BYTES) {
            return bits;
        }
        long length = 0;
        for (int i = 0; i < (bits == LENGTH_IN_TWO_BYTES ? 2 : 8); i++) {
            length = length << 8 | header[2 + i] & 0xff;
        }
        return length;
    }
}
