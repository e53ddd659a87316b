package com.crewyard.recruiting.openai;

/** Counts what the service is used for, in the organization in scope. */
public interface UsageMeter {

    /** Adds one answered call. */
    void add(String model, long inputTokens, long outputTokens);
}
