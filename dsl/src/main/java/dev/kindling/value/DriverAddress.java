package dev.kindling.value;

import java.util.Optional;

/**
 * Where executors find the driver. What is empty is found by the verb. Immutable and thread-safe.
 *
 * <pre>{@code
 * DriverAddress address = DriverPlan.defaults().host("10.0.0.7").port(7078).address();
 * }</pre>
 *
 * @param host name or address that executors call ({@code spark.driver.host})
 * @param bindAddress address the driver listens on ({@code spark.driver.bindAddress}); default: {@code host}
 * @param port RPC port ({@code spark.driver.port}); default: a free one
 * @param blockManagerPort block manager port ({@code spark.driver.blockManager.port}); default: a free one
 */
public record DriverAddress(
        Optional<String> host,
        Optional<String> bindAddress,
        Optional<Integer> port,
        Optional<Integer> blockManagerPort) {

    static final DriverAddress FOUND =
            new DriverAddress(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Refuses blank addresses and ports outside 1024 to 65535. */
    public DriverAddress {
        host.ifPresent(value -> requireAddress("host", value));
        bindAddress.ifPresent(value -> requireAddress("bindAddress", value));
        port.ifPresent(value -> requirePort("port", value));
        blockManagerPort.ifPresent(value -> requirePort("blockManagerPort", value));
    }

    private static void requireAddress(String method, String value) {
        if (value.isBlank() || value.contains("/") || value.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException(
                    method + "(\"" + value + "\") is not a host or address: write ." + method + "(\"10.0.0.7\")");
        }
    }

    private static void requirePort(String method, int value) {
        if (value < 1024 || value > 65_535) {
            throw new IllegalArgumentException(
                    method + "(" + value + ") is not a port from 1024 to 65535: write ." + method + "(7078)");
        }
    }
}
