package com.crewyard.recruiting.matching.internal.embedding;

import java.util.List;

/** Vectors of one length in half precision (IEEE 754 binary16): half the memory of what they are compared as. */
public final class HalfVectors {

    private final short[] numbers;
    private final int size;
    private final int dimension;

    private HalfVectors(short[] numbers, int size, int dimension) {
        this.numbers = numbers;
        this.size = size;
        this.dimension = dimension;
    }

    /** @throws IllegalArgumentException when they are not of one length */
    public static HalfVectors of(List<float[]> vectors) {
        int dimension = vectors.isEmpty() ? 0 : vectors.getFirst().length;
        short[] numbers = new short[vectors.size() * dimension];
        int at = 0;
        for (float[] vector : vectors) {
            if (vector.length != dimension) {
                throw new IllegalArgumentException(
                        "A vector of %d numbers stands among those of %d".formatted(vector.length, dimension));
            }
            for (float each : vector) {
                numbers[at++] = Float.floatToFloat16(each);
            }
        }
        return new HalfVectors(numbers, vectors.size(), dimension);
    }

    /** @param numbers one vector after the other; from now on this object's */
    public static HalfVectors ofNumbers(short[] numbers, int size) {
        return new HalfVectors(numbers, size, size == 0 ? 0 : numbers.length / size);
    }

    public int size() {
        return size;
    }

    /** How many numbers each has; 0 when there are none. */
    public int dimension() {
        return dimension;
    }

    /** Writes a vector into an array of its length. */
    public void read(int index, float[] into) {
        int from = index * dimension;
        for (int i = 0; i < dimension; i++) {
            into[i] = Float.float16ToFloat(numbers[from + i]);
        }
    }

    /** A number of a vector as it is kept. */
    public short number(int index, int position) {
        return numbers[index * dimension + position];
    }
}
