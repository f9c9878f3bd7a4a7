package dev.kindling.internal.forward;

import dev.kindling.internal.text.ServiceName;
import java.net.URI;

/** A Service's port. */
public record ForwardTarget(String namespace, String name, int port) {

    private static final int HTTP = 80;

    /**
     * Of an address that is known to be one.
     *
     * @param namespace for an address without one
     */
    public static ForwardTarget of(URI address, String namespace) {
        var service = ServiceName.of(address).orElseThrow().in(namespace);
        return new ForwardTarget(
                service.namespace().orElseThrow(), service.name(), address.getPort() < 0 ? HTTP : address.getPort());
    }

    @Override
    public String toString() {
        return "port " + port + " of service " + name + " in namespace " + namespace;
    }
}
