package dev.kindling.embedded.internal.store;

import java.util.List;

/** A refusal as Kubernetes words it: becomes a {@code Status} object on the wire. */
public final class StatusException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final String reason;

    private StatusException(int code, String reason, String message) {
        super(message);
        this.code = code;
        this.reason = reason;
    }

    public int code() {
        return code;
    }

    public String reason() {
        return reason;
    }

    public static StatusException badRequest(String message) {
        return new StatusException(400, "BadRequest", message);
    }

    public static StatusException unauthorized() {
        return new StatusException(401, "Unauthorized", "Unauthorized");
    }

    public static StatusException forbidden(ResourceType type, String name, String why) {
        return new StatusException(403, "Forbidden", named(type, name) + " is forbidden: " + why);
    }

    /** A webhook of somebody's operator says no. */
    public static StatusException denied(String webhook, String why) {
        return new StatusException(
                403, "Forbidden", "admission webhook \"" + webhook + "\" denied the request: " + why);
    }

    public static StatusException notFound(ResourceType type, String name) {
        return new StatusException(404, "NotFound", named(type, name) + " not found");
    }

    public static StatusException unknownPath() {
        return new StatusException(404, "NotFound", "the server could not find the requested resource");
    }

    public static StatusException methodNotAllowed() {
        return new StatusException(
                405, "MethodNotAllowed", "the server does not allow this method on the requested resource");
    }

    public static StatusException alreadyExists(ResourceType type, String name) {
        return new StatusException(409, "AlreadyExists", named(type, name) + " already exists");
    }

    public static StatusException conflict(ResourceType type, String name, String why) {
        return new StatusException(
                409, "Conflict", "Operation cannot be fulfilled on " + named(type, name) + ": " + why);
    }

    public static StatusException modified(ResourceType type, String name) {
        return conflict(
                type,
                name,
                "the object has been modified; please apply your changes to the latest version and try again");
    }

    /** Another manager applied the field with another value. */
    public static StatusException applyConflict(String message) {
        return new StatusException(409, "Conflict", message);
    }

    /** The watch or list asks for changes the store no longer has: the client lists again. */
    public static StatusException expired(String message) {
        return new StatusException(410, "Expired", message);
    }

    public static StatusException tooLarge(String message) {
        return new StatusException(413, "RequestEntityTooLarge", message);
    }

    public static StatusException unsupportedMediaType(String message) {
        return new StatusException(415, "UnsupportedMediaType", message);
    }

    public static StatusException misdirected(String message) {
        return new StatusException(421, "BadRequest", message);
    }

    /** All problems of one object in one message. */
    public static StatusException invalid(ResourceType type, String name, List<String> problems) {
        String what = problems.size() == 1 ? problems.get(0) : problems.toString();
        return new StatusException(422, "Invalid", type.kind() + " \"" + name + "\" is invalid: " + what);
    }

    /** The request is well-formed and still makes no sense for this object. */
    public static StatusException unprocessable(String message) {
        return new StatusException(422, "Invalid", message);
    }

    public static StatusException internal(String message) {
        return new StatusException(500, "InternalError", "Internal error occurred: " + message);
    }

    /** A part of Kubernetes that is left out here. Not 501: clients repeat what fails with 5xx, for half a minute. */
    public static StatusException notOffered(String message) {
        return new StatusException(405, "MethodNotAllowed", message);
    }

    private static String named(ResourceType type, String name) {
        return type.qualifiedName() + " \"" + name + "\"";
    }
}
