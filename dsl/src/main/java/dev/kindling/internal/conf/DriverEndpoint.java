package dev.kindling.internal.conf;

/** Where this JVM's driver listens and is called; both ports are fixed before Spark starts. */
public record DriverEndpoint(String host, String bindAddress, int port, int blockManagerPort) {}
