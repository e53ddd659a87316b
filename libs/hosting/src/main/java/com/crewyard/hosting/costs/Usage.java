package com.crewyard.hosting.costs;

/**
 * What is asked of an offering.
 *
 * @param peakRatio peak over steady load, at least 1
 * @param idleHours hours a day without a request
 * @param cpu of one instance, with its memory
 * @param capacity requests a second that one instance carries
 * @param requestSeconds how long one request takes, for what is billed by duration
 * @param dataGibibytes what databases and storage hold
 */
public record Usage(
        double peakRatio,
        double idleHours,
        double cpu,
        double memoryMebibytes,
        double capacity,
        double requestSeconds,
        double dataGibibytes) {

    /** What databases hold when the needs do not say. */
    public static final double DATA_GIBIBYTES = 20;

    /** Requests a second that one vCPU carries, when nobody measured it. */
    public static final double CAPACITY_PER_CPU = 100;

    public static final double REQUEST_SECONDS = 0.05;
    public static final double RESPONSE_KILOBYTES = 20;

    double activeShare() {
        return (24 - idleHours) / 24;
    }
}
