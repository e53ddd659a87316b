package com.crewyard.recruiting.matching.internal.embedding;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Vectors as they are kept: four bytes a number, the lowest first (IEEE 754 binary32). */
final class VectorBytes {

    private VectorBytes() {}

    static byte[] encoded(float[] vector) {
        ByteBuffer buffer = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(vector);
        return buffer.array();
    }

    static float[] decoded(byte[] bytes) {
        float[] vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        return vector;
    }
}
