package dev.kindling.embedded.internal.patch;

import dev.kindling.embedded.internal.store.StatusException;
import java.util.Arrays;
import java.util.Locale;

/** What a PATCH body is, by its content type. */
public enum PatchType {
    JSON("application/json-patch+json"),
    MERGE("application/merge-patch+json"),
    STRATEGIC("application/strategic-merge-patch+json"),
    APPLY("application/apply-patch+yaml");

    private final String contentType;

    PatchType(String contentType) {
        this.contentType = contentType;
    }

    public static PatchType of(String header) {
        String wanted = header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> type.contentType.equals(wanted))
                .findFirst()
                .orElseThrow(() -> unsupported(Arrays.stream(values())));
    }

    /** The refusal for types that know no strategic merge. */
    static StatusException unsupportedStrategic() {
        return unsupported(Arrays.stream(values()).filter(type -> type != STRATEGIC));
    }

    private static StatusException unsupported(java.util.stream.Stream<PatchType> accepted) {
        return StatusException.unsupportedMediaType(
                "the body of the request was in an unknown format - accepted media types include: "
                        + String.join(
                                ", ", accepted.map(type -> type.contentType).toList()));
    }
}
