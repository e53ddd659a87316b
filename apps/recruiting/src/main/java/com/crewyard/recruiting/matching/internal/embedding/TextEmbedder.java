package com.crewyard.recruiting.matching.internal.embedding;

import java.util.List;

/** Turns texts into vectors that lie near each other when the texts mean something alike. */
public interface TextEmbedder {

    /** Names the space that the vectors lie in: only vectors of one space compare. */
    String model();

    /**
     * @param texts none of them blank
     * @return a vector of length 1 for each text, in their order, all of the same dimension
     * @throws EmbeddingUnavailableException when there is no such answer now
     */
    List<float[]> embed(List<String> texts);
}
