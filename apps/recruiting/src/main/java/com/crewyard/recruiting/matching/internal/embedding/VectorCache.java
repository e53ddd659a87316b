package com.crewyard.recruiting.matching.internal.embedding;

import java.util.Map;
import java.util.Set;

/** Vectors that were made before, by model and by the hash of their text; always those of the present organization. */
public interface VectorCache {

    /** Those that are known, and no others. */
    Map<TextKey, float[]> find(String model, Set<TextKey> keys);

    void keep(String model, Map<TextKey, float[]> vectors);
}
