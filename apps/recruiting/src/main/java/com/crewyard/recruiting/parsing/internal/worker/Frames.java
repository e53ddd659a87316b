package com.crewyard.recruiting.parsing.internal.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;

/**
 * The protocol between parent and child: a frame is a big-endian length of four bytes and that many bytes. A request
 * is a file; an answer is what {@link AnswerCodec} writes. The child's first frame is empty and says that it is ready.
 */
final class Frames {

    /** The longest answer: text of the allowed length with its lines fits several times. */
    static final int MAX_FRAME = 64 * 1024 * 1024;

    private Frames() {}

    static void write(DataOutputStream out, byte[] payload) throws IOException {
        out.writeInt(payload.length);
        out.write(payload);
        out.flush();
    }

    /** Empty at the end of the stream. */
    static Optional<byte[]> read(DataInputStream in) throws IOException {
        int length;
        try {
            length = in.readInt();
        } catch (EOFException e) {
            return Optional.empty();
        }
        if (length < 0 || length > MAX_FRAME) {
            throw new IOException("A frame of %d bytes is none of ours".formatted(length));
        }
        byte[] payload = in.readNBytes(length);
        return payload.length < length ? Optional.empty() : Optional.of(payload);
    }
}
