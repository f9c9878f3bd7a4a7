package dev.kindling.embedded.internal.kubelet.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Gives every pod an address of 127.64.0.0/10, so that pods can use the same port. Linux answers on the whole of
 * 127.0.0.0/8 without set-up; elsewhere, or when switched so, every pod is at 127.0.0.1. Thread-safe.
 */
public final class PodAddresses {

    /** Spark's driver port: who holds it at an address is a pod of another embedded Kubernetes. */
    private static final int DRIVER_PORT = 7078;

    /** Whoever listens at all addresses makes every probe fail: then one address is as good as the other. */
    private static final int MOST_PROBES = 64;

    private static final int FIRST = (127 << 24) + (64 << 16);
    private static final int COUNT = 1 << 22;

    private final boolean single;
    private final Set<Integer> used = new HashSet<>();
    private int next = ThreadLocalRandom.current().nextInt(COUNT);

    private PodAddresses(boolean single) {
        this.single = single;
    }

    /** @param single true: everything at 127.0.0.1, also where the range could be used */
    public static PodAddresses of(boolean single) {
        return new PodAddresses(single || !binds("127.64.0.1", 0));
    }

    public boolean isSingle() {
        return single;
    }

    public synchronized String take() {
        if (single) {
            return "127.0.0.1";
        }
        int failedProbes = 0;
        for (int tries = 0; tries < COUNT; tries++) {
            next = (next + 1) % COUNT;
            int last = next & 0xff;
            if (last == 0 || last == 0xff || used.contains(next)) {
                continue;
            }
            if (failedProbes == MOST_PROBES || binds(text(next), DRIVER_PORT)) {
                used.add(next);
                return text(next);
            }
            failedProbes++;
        }
        throw new IllegalStateException("no free address is left in 127.64.0.0/10");
    }

    public synchronized void release(String address) {
        used.removeIf(number -> text(number).equals(address));
    }

    private static boolean binds(String address, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new java.net.InetSocketAddress(InetAddress.getByName(address), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String text(int number) {
        int address = FIRST + number;
        return (address >>> 24) + "." + (address >>> 16 & 0xff) + "." + (address >>> 8 & 0xff) + "." + (address & 0xff);
    }
}
