package dev.kindling.cluster;

import java.util.stream.Stream;

/** A firewall rule that drops what others send to one port of this machine, in force until it is closed. */
final class DroppedPackets implements AutoCloseable {

    private final String[] rule;
    private final String port;

    private DroppedPackets(String host, String port) {
        // Not what this machine sends to itself: the driver talks to its own port.
        this.rule = new String[] {"INPUT", "!", "-i", "lo", "-p", "tcp", "-d", host, "--dport", port, "-j", "DROP"};
        this.port = port;
    }

    static DroppedPackets to(String host, int port) {
        DroppedPackets dropped = new DroppedPackets(host, String.valueOf(port));
        dropped.iptables("-I");
        return dropped;
    }

    /** Waits, at most a minute, for the first packet to be dropped; returns the moment in {@code System.nanoTime}. */
    long awaitFirst() {
        long limit = System.nanoTime() + 60_000_000_000L;
        try {
            while (dropped() == 0 && System.nanoTime() < limit) {
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return System.nanoTime();
    }

    private long dropped() {
        return ThisNode.command("iptables", "-w", "-nvxL", "INPUT")
                .lines()
                .filter(line -> line.contains("DROP") && line.contains("dpt:" + port))
                .mapToLong(line -> Long.parseLong(line.strip().split("\\s+")[0]))
                .sum();
    }

    private void iptables(String action) {
        ThisNode.command(Stream.concat(Stream.of("iptables", "-w", action), Stream.of(rule))
                .toArray(String[]::new));
    }

    @Override
    public void close() {
        iptables("-D");
    }
}
