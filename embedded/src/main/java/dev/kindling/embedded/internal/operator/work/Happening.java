package dev.kindling.embedded.internal.operator.work;

/** Something to be told about an object, as {@code kubectl describe} shows it. */
public record Happening(boolean warning, String reason, String message) {

    public static Happening normal(String reason, String message) {
        return new Happening(false, reason, message);
    }

    public static Happening warning(String reason, String message) {
        return new Happening(true, reason, message);
    }

    String type() {
        return warning ? "Warning" : "Normal";
    }
}
