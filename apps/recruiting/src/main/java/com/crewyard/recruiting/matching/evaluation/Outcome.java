package com.crewyard.recruiting.matching.evaluation;

/**
 * What one way of ranking reached.
 *
 * @param gains nDCG@10 of each query
 * @param precisions average precision of each query
 * @param seconds for all queries
 */
record Outcome(String name, double[] gains, double[] precisions, double seconds) {}
