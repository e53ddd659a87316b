package com.crewyard.recruiting.matching.internal;

import com.crewyard.recruiting.matching.internal.embedding.HalfVectors;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what a {@link ByteSink} wrote, in the same order. */
final class ByteSource {

    private final ByteBuffer buffer;

    ByteSource(byte[] bytes) {
        this.buffer = ByteBuffer.wrap(bytes);
    }

    int number() {
        int number = 0;
        for (int shift = 0; ; shift += 7) {
            byte part = buffer.get();
            number |= (part & 0x7f) << shift;
            if (part >= 0) {
                return number;
            }
        }
    }

    long fixed() {
        return buffer.getLong();
    }

    String text() {
        int length = number();
        String text = new String(buffer.array(), buffer.position(), length, StandardCharsets.UTF_8);
        buffer.position(buffer.position() + length);
        return text;
    }

    List<String> texts() {
        int size = number();
        List<String> texts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            texts.add(text());
        }
        return texts;
    }

    HalfVectors vectors() {
        int size = number();
        short[] numbers = new short[size * number()];
        buffer.asShortBuffer().get(numbers);
        buffer.position(buffer.position() + numbers.length * Short.BYTES);
        return HalfVectors.ofNumbers(numbers, size);
    }
}
