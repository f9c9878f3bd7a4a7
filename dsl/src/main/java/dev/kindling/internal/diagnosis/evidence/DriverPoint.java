package dev.kindling.internal.diagnosis.evidence;

/**
 * Where executors look for the driver.
 *
 * @param host empty if it is not known
 */
public record DriverPoint(String host, int port) {
    public static final DriverPoint UNKNOWN = new DriverPoint("", 0);
}
