package dev.kindling.internal.rights;

/** One verb on one resource. */
public record Right(String apiGroup, String resource, String verb) {

    /** The part before the slash of {@code pods/log}. */
    public String plural() {
        return resource.replaceFirst("/.*", "");
    }

    /** The part after it; empty for most. */
    public String subresource() {
        return resource.contains("/") ? resource.substring(resource.indexOf('/') + 1) : "";
    }

    @Override
    public String toString() {
        return verb + " " + resource + (apiGroup.isEmpty() ? "" : "." + apiGroup);
    }
}
