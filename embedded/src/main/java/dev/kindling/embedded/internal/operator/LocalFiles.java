package dev.kindling.embedded.internal.operator;

/** Files named without a scheme or with {@code file:} are on this machine, and so are all pods: nothing to upload. */
final class LocalFiles {

    private LocalFiles() {}

    static String inPod(String uri) {
        if (uri.startsWith("/")) {
            return "local://" + uri;
        }
        return uri.startsWith("file:/")
                ? "local:///" + uri.substring("file:".length()).replaceFirst("^/+", "")
                : uri;
    }
}
