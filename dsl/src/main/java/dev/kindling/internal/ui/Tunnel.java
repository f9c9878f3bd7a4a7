package dev.kindling.internal.ui;

import io.fabric8.kubernetes.client.PortForward;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** A new way into the cluster for each connection: one that broke concerns no other. */
interface Tunnel {

    /** Pumps both channels until either side ends, then closes them; what went wrong is in the result. */
    PortForward connect(ReadableByteChannel in, WritableByteChannel out);

    /** For an error page. */
    String target();
}
