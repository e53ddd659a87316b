package com.crewyard.recruiting.matching.internal.embedding;

/** Arithmetic of vectors. */
public final class Vectors {

    private static final int LANES = 8;

    private Vectors() {}

    /** The scalar product; of two vectors of length 1, the cosine of the angle between them. */
    public static float dot(float[] one, float[] other) {
        // Independent sums, for one sum would have to be added up in order, one number after the other.
        float[] sums = new float[LANES];
        int i = 0;
        for (; i + LANES <= one.length; i += LANES) {
            for (int lane = 0; lane < LANES; lane++) {
                sums[lane] += one[i + lane] * other[i + lane];
            }
        }
        float sum = 0;
        for (; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        for (float lane : sums) {
            sum += lane;
        }
        return sum;
    }

    /**
     * Each number as half precision has it (IEEE 754 binary16), which is how vectors are kept: so one that was just made
     * compares as it will when it is found again.
     */
    public static float[] halved(float[] vector) {
        float[] halved = new float[vector.length];
        for (int i = 0; i < halved.length; i++) {
            halved[i] = Float.float16ToFloat(Float.floatToFloat16(vector[i]));
        }
        return halved;
    }

    /** The same direction with length 1; zero stays zero. */
    public static float[] normalised(float[] vector) {
        float[] unit = vector.clone();
        normalise(unit);
        return unit;
    }

    /** Gives the vector itself length 1; zero stays zero. */
    public static void normalise(float[] vector) {
        double length = Math.sqrt(square(vector));
        if (length > 0) {
            double share = 1 / length;
            for (int i = 0; i < vector.length; i++) {
                vector[i] = (float) (vector[i] * share);
            }
        }
    }

    /** In four independent sums, for the same reason as {@link #dot}. */
    private static double square(float[] vector) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int i = 0;
        for (; i + 4 <= vector.length; i += 4) {
            first += (double) vector[i] * vector[i];
            second += (double) vector[i + 1] * vector[i + 1];
            third += (double) vector[i + 2] * vector[i + 2];
            fourth += (double) vector[i + 3] * vector[i + 3];
        }
        for (; i < vector.length; i++) {
            first += (double) vector[i] * vector[i];
        }
        return first + second + third + fourth;
    }

    /** Adds {@code factor * more} to {@code sum}. */
    public static void add(float[] sum, float[] more, float factor) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * more[i];
        }
    }
}
