package com.crewyard.recruiting.matching.internal.embedding;

/** Sentence embedding models that come with this program, quantised to eight bits. */
public enum OnnxModel {
    /** BAAI/bge-small-en-v1.5 (Xiao et al. 2023), MIT licence: 384 dimensions, the vector of the first token. */
    BGE_SMALL("bge-small-en-v1.5-q", 512);

    private final String file;
    private final int mostTokens;

    OnnxModel(String file, int mostTokens) {
        this.file = file;
        this.mostTokens = mostTokens;
    }

    /** Names the space of its vectors. */
    public String space() {
        return file;
    }

    String weights() {
        return "/" + file + ".onnx";
    }

    String tokenizer() {
        return "/" + file + "-tokenizer.json";
    }

    int mostTokens() {
        return mostTokens;
    }

    /**
     * One vector of length 1 for a text.
     *
     * @param tokens the model's last layer, a vector for each token
     */
    float[] pool(float[][] tokens) {
        return Vectors.halved(Vectors.normalised(tokens[0]));
    }
}
