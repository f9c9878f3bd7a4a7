package dev.kindling.benchmarks.storage;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a request asks an object store for. */
enum StoreCall {
    COPY,
    PUT,
    PUT_PART,
    BEGIN_PARTS,
    COMPLETE_PARTS,
    ABORT_PARTS,
    DELETE,
    DELETE_MANY,
    LIST,
    LIST_PARTS,
    HEAD,
    GET,
    OTHER;

    /** An object is copied by writing it with the name of another in a header: that is how S3 is made to rename. */
    static StoreCall of(String method, String query, boolean namesASource) {
        Set<String> names =
                Stream.of(query.split("&")).map(each -> each.split("=", 2)[0]).collect(Collectors.toSet());
        return switch (method) {
            case "PUT" -> namesASource ? COPY : names.contains("partNumber") ? PUT_PART : PUT;
            case "POST" -> post(names);
            case "DELETE" -> names.contains("uploadId") ? ABORT_PARTS : DELETE;
            case "HEAD" -> HEAD;
            case "GET" -> get(names);
            default -> OTHER;
        };
    }

    private static StoreCall post(Set<String> names) {
        if (names.contains("uploadId")) {
            return COMPLETE_PARTS;
        }
        return names.contains("uploads") ? BEGIN_PARTS : names.contains("delete") ? DELETE_MANY : OTHER;
    }

    private static StoreCall get(Set<String> names) {
        if (names.contains("uploads") || names.contains("uploadId")) {
            return LIST_PARTS;
        }
        return names.contains("list-type") || names.contains("prefix") ? LIST : GET;
    }
}
