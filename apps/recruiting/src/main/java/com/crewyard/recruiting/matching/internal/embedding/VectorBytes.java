package com.crewyard.recruiting.matching.internal.embedding;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Vectors as they are kept: two bytes a number, the lower first (IEEE 754 binary16). */
final class VectorBytes {

    private VectorBytes() {}

    static byte[] encoded(float[] vector) {
        ByteBuffer buffer = ByteBuffer.allocate(vector.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float each : vector) {
            buffer.putShort(Float.floatToFloat16(each));
        }
        return buffer.array();
    }

    static float[] decoded(byte[] bytes) {
        float[] vector = new float[bytes.length / Short.BYTES];
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < vector.length; i++) {
            vector[i] = Float.float16ToFloat(buffer.getShort());
        }
        return vector;
    }
}
