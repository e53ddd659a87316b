package com.crewyard.deployment.analysis;

/** No data, and why, to be read within a sentence. */
final class PrometheusException extends Exception {

    PrometheusException(String sentence) {
        super(sentence);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
