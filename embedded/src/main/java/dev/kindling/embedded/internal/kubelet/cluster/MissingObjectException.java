package dev.kindling.embedded.internal.kubelet.cluster;

/** A pod names something that is not there (yet). The message is the kubelet's: {@code configmap "x" not found}. */
public final class MissingObjectException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MissingObjectException(String message) {
        super(message);
    }

    static MissingObjectException of(String kind, String name) {
        return new MissingObjectException(kind + " \"" + name + "\" not found");
    }
}
