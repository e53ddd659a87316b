package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.matching.internal.embedding.HalfVectors;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/** Writes numbers, texts and vectors close together: small numbers in one byte, vectors in half precision. */
final class ByteSink {

    private ByteBuffer buffer = ByteBuffer.allocate(8_192);

    byte[] bytes() {
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    /** The FNV-1a hash of bytes, 64 bits. */
    static long stamp(byte[] bytes) {
        long hash = TermBag.FNV_OFFSET;
        for (byte each : bytes) {
            hash = (hash ^ (each & 0xff)) * TermBag.FNV_PRIME;
        }
        return hash;
    }

    /** Not negative; seven bits a byte, the lowest first. */
    void number(int number) {
        room(5);
        int left = number;
        while ((left & ~0x7f) != 0) {
            buffer.put((byte) (left | 0x80));
            left >>>= 7;
        }
        buffer.put((byte) left);
    }

    void fixed(long number) {
        room(Long.BYTES);
        buffer.putLong(number);
    }

    void text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        number(encoded.length);
        room(encoded.length);
        buffer.put(encoded);
    }

    void texts(Collection<String> texts) {
        number(texts.size());
        texts.forEach(this::text);
    }

    void vectors(HalfVectors vectors) {
        number(vectors.size());
        number(vectors.dimension());
        room(vectors.size() * vectors.dimension() * Short.BYTES);
        for (int i = 0; i < vectors.size(); i++) {
            for (int j = 0; j < vectors.dimension(); j++) {
                buffer.putShort(vectors.number(i, j));
            }
        }
    }

    private void room(int bytes) {
        if (buffer.remaining() < bytes) {
            int capacity = Math.max(2 * buffer.capacity(), buffer.position() + bytes);
            buffer = ByteBuffer.allocate(capacity).put(buffer.flip());
        }
    }
}
