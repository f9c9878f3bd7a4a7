package dev.kindling.embedded.internal.operator.driver;

/** Files named without a scheme or with {@code file:} are on this machine, and so are all pods: nothing to upload. */
public final class LocalFiles {

    private LocalFiles() {}

    public static String inPod(String uri) {
        if (uri.startsWith("/")) {
            return "local://" + uri;
        }
        return uri.startsWith("file:/")
                ? "local:///" + uri.substring("file:".length()).replaceFirst("^/+", "")
                : uri;
    }
}
