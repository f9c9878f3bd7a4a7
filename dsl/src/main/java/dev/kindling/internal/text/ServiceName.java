package dev.kindling.internal.text;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Service, as the host of an address names it for pods.
 *
 * @param namespace empty: that of whoever asks
 */
public record ServiceName(String name, Optional<String> namespace) {
    private static final String LABEL = "[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?";
    private static final Pattern HOST =
            Pattern.compile("(" + LABEL + ")(?:\\.(" + LABEL + ")(\\.svc(?:\\.[-a-z0-9.]+)?)?)?\\.?");
    private static final Pattern NUMBER = Pattern.compile("[\\d.]+");

    /** Empty if it cannot be one. */
    public static Optional<ServiceName> of(URI address) {
        return Optional.ofNullable(address.getHost())
                .map(HOST::matcher)
                .filter(host -> host.matches() && isNoOther(host.group(), host.group(1)))
                .map(host -> new ServiceName(host.group(1), Optional.ofNullable(host.group(2))));
    }

    /** Whether a host is a Service and nothing else: not {@code store.example}, which may be. */
    public static boolean isSurely(String host) {
        var service = HOST.matcher(host);
        return service.matches()
                && (service.group(3) != null || service.group(2) == null)
                && isNoOther(host, service.group(1));
    }

    private static boolean isNoOther(String host, String name) {
        return !NUMBER.matcher(host).matches() && !name.equals("localhost");
    }

    /** With the namespace that an address without one means. */
    public ServiceName in(String otherwise) {
        return new ServiceName(name, Optional.of(namespace.orElse(otherwise)));
    }

    @Override
    public String toString() {
        return name + namespace.map(each -> "." + each).orElse("");
    }
}
